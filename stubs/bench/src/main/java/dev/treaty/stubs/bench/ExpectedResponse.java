package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request that is ready to be sent, and the answer that must come back for it. */
final class ExpectedResponse {

    private static final int OK = 200;

    private final byte[] request;
    private final int status;
    private final byte[] answer;

    private ExpectedResponse(byte[] request, int status, byte[] answer) {
        this.request = request;
        this.status = status;
        this.answer = answer;
    }

    /** That is answered with status 200. */
    static ExpectedResponse of(String request, String answer) {
        return of(request, OK, answer.getBytes(UTF_8));
    }

    static ExpectedResponse of(String request, int status, byte[] answer) {
        return new ExpectedResponse(request.getBytes(UTF_8), status, answer);
    }

    /** Head and body, as they are sent. */
    byte[] request() {
        return request;
    }

    int status() {
        return status;
    }

    /** The body of the answer, byte for byte. */
    byte[] answer() {
        return answer;
    }

    /** The first line of the request, e.g. {@code "GET /v1/customers/cus_000001 HTTP/1.1"}. */
    @Override
    public String toString() {
        return new String(request, UTF_8).lines().findFirst().orElse("nothing");
    }
}
