package dev.treaty.consumer.environmentconsole.connection;

/** The environment cloner broke its contract, or something in front of it responded in its place. */
public final class UnexpectedResponse extends ClonerFailure {

    private final int status;

    UnexpectedResponse(ClonerRequest call, int status, String reason) {
        super(
                "The response with status %d is not one of the environment cloner: %s.".formatted(status, reason),
                call.toString(),
                "check the address of the server; compare the response with pacts/environment-console-environment-cloner.json");
        this.status = status;
    }

    /** The status of the response. */
    public int status() {
        return status;
    }
}
