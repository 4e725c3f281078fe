package dev.treaty.consumer.webapp.connection;

/** The gateway broke its contract, or something in front of it responded in its place. */
public final class UnexpectedResponse extends GatewayFailure {

    private final int status;

    public UnexpectedResponse(GatewayRequest call, int status, String reason) {
        super(
                "The gateway's response with status %d is unexpected: %s.".formatted(status, reason),
                call,
                "compare the response with pacts/web-app-api-gateway.json");
        this.status = status;
    }

    /** The status of the response. */
    public int status() {
        return status;
    }
}
