package dev.treaty.consumer.apigateway.http;

/** A service's response lacks something that the contract requires. */
public final class UnreadableResponse extends Exception {

    private final String complaint;

    /**
     * Creates an exception for a response that lacks something.
     *
     * @param complaint what is wrong, as a clause that quotes no value of the response: {@code "the body is not JSON"}
     */
    public UnreadableResponse(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    public String complaint() {
        return complaint;
    }
}
