package dev.treaty.consumer.billing;

/**
 * Money on its way back to the cardholder.
 *
 * @param id Stripe's id, opaque, e.g. {@code "re_42"}
 * @param amount in the payment's smallest unit (cents)
 */
public record Refund(String id, long amount, Status status) {

    /** Whether the money goes back. */
    public enum Status {
        DONE,
        /** The bank takes its time. */
        PENDING,
        /** The money stayed with us, and must go back another way. */
        FAILED;

        private static Status of(String status, String id) {
            return switch (status) {
                case "succeeded" -> DONE;
                case "pending", "requires_action" -> PENDING;
                case "failed", "canceled" -> FAILED;
                default -> throw new StripeFailure.UnexpectedAnswer("status " + status, "refund " + id, null);
            };
        }
    }

    static Refund of(com.stripe.model.Refund refund) {
        return new Refund(refund.getId(), refund.getAmount(), Status.of(refund.getStatus(), refund.getId()));
    }
}
