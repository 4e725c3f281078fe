package dev.treaty.consumer.apigateway;

/** A service's answer lacks what the contract says is in it. */
final class UnreadableAnswer extends Exception {

    private final String complaint;

    /**
     * An answer that lacks something.
     *
     * @param complaint what is wrong, as a clause without a value of the answer: {@code "the body is not JSON"}
     */
    UnreadableAnswer(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
