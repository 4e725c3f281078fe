package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request that is ready to be sent, and the status and body that its response must have, or the id in its body. */
public final class ExpectedResponse {

    private static final int OK = 200;

    private final byte[] request;
    private final int status;
    private final byte[] body;
    private final @Nullable UnaryOperator<String> retrieval;
    private final @Nullable String id;

    private ExpectedResponse(
            byte[] request, byte[] body, @Nullable UnaryOperator<String> retrieval, @Nullable String id, int status) {
        this.request = request;
        this.status = status;
        this.body = body;
        this.retrieval = retrieval;
        this.id = id;
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
        return new ExpectedResponse(request.getBytes(UTF_8), body.clone(), null, null, status);
    }

    /**
     * A response with status 200 and an object whose id the server chooses. It is followed by the request that retrieves the object, whose
     * response must have that id, on the same connection.
     *
     * @param retrieval the request, by id
     */
    public static ExpectedResponse toCreation(String request, UnaryOperator<String> retrieval) {
        return new ExpectedResponse(request.getBytes(UTF_8), new byte[0], retrieval, null, OK);
    }

    /** Whether only the id of the body is compared. */
    boolean onlyIdCounts() {
        return retrieval != null || id != null;
    }

    /**
     * What is wrong with the object of a response; null if nothing is.
     *
     * @param actual the object's id; null if it has none
     */
    @Nullable
    String mismatch(@Nullable String actual) {
        return actual != null && (id == null || id.equals(actual)) ? null : "an object with the id " + actual;
    }

    /** What follows a response. */
    Optional<ExpectedResponse> followUp(@Nullable String actual) {
        return retrieval == null || actual == null
                ? Optional.empty()
                : Optional.of(
                        new ExpectedResponse(retrieval.apply(actual).getBytes(UTF_8), new byte[0], null, actual, OK));
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
