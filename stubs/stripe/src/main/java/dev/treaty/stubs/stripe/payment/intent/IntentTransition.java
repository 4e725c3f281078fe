package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.VendorError;
import java.util.List;

/** What may be done with a PaymentIntent, and in which status. */
enum IntentTransition {
    /** Tries to take the money. */
    CONFIRM("requires_payment_method", "requires_confirmation", "requires_action"),
    /** Takes reserved money. */
    CAPTURE("requires_capture"),
    /** Reserves more. */
    INCREMENT("requires_capture"),
    /** Gives up. */
    CANCEL("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing"),
    /** Has a bank account proved by small deposits. */
    VERIFY_MICRODEPOSITS("requires_action"),
    /** Pays with what the customer has transferred. */
    APPLY_CUSTOMER_BALANCE("requires_action", "requires_payment_method", "requires_confirmation");

    private static final String CODE = "payment_intent_unexpected_state";

    /** Statuses, separated by spaces. */
    private final String from;

    IntentTransition(String... from) {
        this.from = String.join(" ", from);
    }

    /** @throws VendorError if the intent's status does not allow it */
    void check(ObjectNode intent) {
        var status = Fields.text(intent, "status");
        if (!allows(status)) {
            var error = StripeError.invalid(message(intent, status))
                    .code(this == VERIFY_MICRODEPOSITS ? "intent_invalid_state" : CODE)
                    .with("payment_intent", Fields.shown(intent));
            throw error.refusal();
        }
    }

    private boolean allows(String status) {
        return List.of(from.split(" ", -1)).contains(status);
    }

    private String message(ObjectNode intent, String status) {
        return switch (this) {
            case CONFIRM ->
                status.equals("succeeded")
                        ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
                        : "You cannot confirm this PaymentIntent because it has a status of %s. Only a PaymentIntent with one of the following statuses may be confirmed: requires_payment_method, requires_confirmation, requires_action."
                                .formatted(status);
            case CAPTURE ->
                status.equals("succeeded")
                        ? captured(intent)
                        : "This PaymentIntent could not be captured because it has a status of %s. Only a PaymentIntent with one of the following statuses may be captured: requires_capture."
                                .formatted(status);
            case INCREMENT ->
                "This PaymentIntent's amount could not be incremented because it has a status of %s. Only a PaymentIntent with one of the following statuses may be incremented: requires_capture."
                        .formatted(status);
            case CANCEL ->
                "You cannot cancel this PaymentIntent because it has a status of %s. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, expired, processing."
                        .formatted(status);
            case VERIFY_MICRODEPOSITS ->
                "This PaymentIntent cannot be actioned on because it has a status of %s. Only a PaymentIntent with one of the following statuses may be actioned on: [\"requires_action\"]."
                        .formatted(status);
            case APPLY_CUSTOMER_BALANCE ->
                "You cannot apply a customer balance to this PaymentIntent because it has a status of %s."
                        .formatted(status);
        };
    }

    private static String captured(ObjectNode intent) {
        return intent.path("amount_received").asLong() < intent.path("amount").asLong()
                ? "The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released."
                : "This PaymentIntent could not be captured because it has already been captured.";
    }

    /** @throws VendorError if a field cannot be changed in the intent's status */
    static void checkUpdate(ObjectNode intent, String field) {
        var status = Fields.text(intent, "status");
        if (!CONFIRM.allows(status)) {
            throw StripeError.invalid(
                            "This PaymentIntent's %1$s could not be updated because it has a status of %2$s. You may only update the %1$s of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action."
                                    .formatted(field, status))
                    .code(CODE)
                    .param(field)
                    .with("payment_intent", Fields.shown(intent))
                    .refusal();
        }
    }
}
