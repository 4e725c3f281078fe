package dev.treaty.consumer.webapp;

/** The gateway broke its contract, or something before it answered in its place. */
public final class UnexpectedAnswer extends GatewayFailure {

    private final int status;

    UnexpectedAnswer(Call call, int status, String reason) {
        super(
                "The gateway answered %d, %s.".formatted(status, reason),
                call,
                "compare what it does with what pacts/web-app-api-gateway.json says");
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }
}
