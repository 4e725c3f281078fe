package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request that is ready to be sent, and the status and body that its response must have. */
public final class ExpectedResponse {

    private static final int OK = 200;

    private final byte[] request;
    private final int status;
    private final byte[] body;

    private ExpectedResponse(byte[] request, int status, byte[] body) {
        this.request = request;
        this.status = status;
        this.body = body;
    }

    /** A response with status 200. */
    public static ExpectedResponse to(String request, String body) {
        return to(request, OK, body.getBytes(UTF_8));
    }

    /**
     * A response with any status.
     *
     * @param request head and body, as they are sent
     */
    public static ExpectedResponse to(String request, int status, byte[] body) {
        return new ExpectedResponse(request.getBytes(UTF_8), status, body.clone());
    }

    byte[] request() {
        return request;
    }

    /** The HTTP status, e.g. 200. */
    public int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    /** The first line of the request, e.g. {@code "GET /v1/customers/cus_000001 HTTP/1.1"}. */
    @Override
    public String toString() {
        return new String(request, UTF_8).lines().findFirst().orElse("nothing");
    }
}
