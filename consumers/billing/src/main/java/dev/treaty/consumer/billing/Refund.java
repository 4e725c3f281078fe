package dev.treaty.consumer.billing;

/**
 * Money on its way back to the cardholder.
 *
 * @param id Stripe's id, opaque, e.g. {@code "re_42"}
 * @param amount in the payment's smallest unit (cents)
 */
public record Refund(String id, long amount, Status status) {

    /** How far a refund has come. */
    public enum Status {
        DONE,
        /** The bank is processing it. */
        PENDING,
        /** The money was not refunded, and must be returned another way. */
        FAILED;

        private static Status of(String status, String id) {
            return switch (status) {
                case "succeeded" -> DONE;
                case "pending", "requires_action" -> PENDING;
                case "failed", "canceled" -> FAILED;
                default -> throw new StripeFailure.UnexpectedResponse("status " + status, "refund " + id, null);
            };
        }
    }

    static Refund of(com.stripe.model.Refund refund) {
        return new Refund(refund.getId(), refund.getAmount(), Status.of(refund.getStatus(), refund.getId()));
    }
}
