package dev.treaty.consumer.webapp.connection;

/** The gateway broke its contract, or something before it answered in its place. */
public final class UnexpectedResponse extends GatewayFailure {

    private final int status;

    public UnexpectedResponse(GatewayRequest call, int status, String reason) {
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
