package dev.treaty.consumer.apigateway.http;

/** A service's answer lacks what the contract says is in it. */
public final class UnreadableResponse extends Exception {

    private final String complaint;

    /**
     * An answer that lacks something.
     *
     * @param complaint what is wrong, as a clause without a value of the answer: {@code "the body is not JSON"}
     */
    public UnreadableResponse(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    public String complaint() {
        return complaint;
    }
}
