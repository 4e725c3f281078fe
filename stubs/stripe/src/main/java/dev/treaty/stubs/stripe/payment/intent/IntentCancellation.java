package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.charge.ReleasedMoney;
import dev.treaty.stubs.stripe.payment.field.Fields;

/** Gives PaymentIntents up, and what was reserved for them. */
public final class IntentCancellation {

    private static final String KIND = IntentConfirmation.KIND;

    private IntentCancellation() {}

    static ObjectNode cancel(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentTransition.CANCEL.check(intent);
        release(stripe, intent, "", "charge.refunded");
        return cancel(stripe, intent, request.text("cancellation_reason"));
    }

    /** Nobody has captured the money in time. */
    static void expire(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(intent -> Fields.text(intent, "status").equals("requires_capture"))
                .ifPresent(intent -> {
                    release(stripe, intent, ReleasedMoney.EXPIRED, "charge.expired");
                    cancel(stripe, intent, "automatic");
                });
    }

    private static void release(StripeContext stripe, ObjectNode intent, String reason, String event) {
        if (Fields.text(intent, "status").equals("requires_capture")) {
            stripe.find("charge", Fields.text(intent, "latest_charge")).ifPresent(charge -> {
                ReleasedMoney.release(
                        stripe, charge, intent.path("amount_capturable").asLong(), reason);
                stripe.emit(event, charge);
            });
        }
    }

    /**
     * Cancels an intent without asking whether Stripe would.
     *
     * @param reason e.g. {@code "void_invoice"}; empty if there is none
     */
    public static ObjectNode cancel(StripeContext stripe, ObjectNode intent, String reason) {
        intent.put("status", "canceled").put("canceled_at", stripe.now()).put("amount_capturable", 0);
        Fields.put(intent, "cancellation_reason", reason);
        intent.putNull("next_action");
        stripe.save(intent);
        stripe.emit("payment_intent.canceled", intent);
        return intent;
    }
}
