package dev.treaty.stubs.stripe.payment.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.VendorError;
import java.util.List;

/** What may be done with a SetupIntent, and in which status. */
enum SetupTransition {
    /** Tries to set the PaymentMethod up. */
    CONFIRM("requires_payment_method", "requires_confirmation", "requires_action"),
    /** Changes with what it is set up. */
    UPDATE_METHOD("requires_payment_method", "requires_confirmation", "requires_action"),
    /** Gives up. */
    CANCEL("requires_payment_method", "requires_confirmation", "requires_action"),
    /** Has a bank account proved by small deposits. */
    VERIFY_MICRODEPOSITS("requires_action");

    /** Statuses, separated by spaces. */
    private final String from;

    SetupTransition(String... from) {
        this.from = String.join(" ", from);
    }

    /** @throws VendorError if the intent's status does not allow it */
    void check(ObjectNode intent) {
        var status = Fields.text(intent, "status");
        if (!allows(status)) {
            throw StripeError.invalid(message(status))
                    .code(this == VERIFY_MICRODEPOSITS ? "intent_invalid_state" : "setup_intent_unexpected_state")
                    .with("setup_intent", Fields.shown(intent))
                    .refusal();
        }
    }

    private boolean allows(String status) {
        return List.of(from.split(" ", -1)).contains(status);
    }

    private String message(String status) {
        return switch (this) {
            case CONFIRM -> "You cannot confirm this SetupIntent because it " + end(status);
            case UPDATE_METHOD -> "You cannot update this SetupIntent because it " + end(status);
            case CANCEL ->
                status.equals("canceled")
                        ? "You cannot cancel this SetupIntent because it is already canceled."
                        : "You cannot cancel this SetupIntent because it has a status of %s. Only a SetupIntent with one of the following statuses may be canceled: `requires_payment_method`, `requires_confirmation`, or `requires_action`."
                                .formatted(status);
            case VERIFY_MICRODEPOSITS ->
                "This SetupIntent cannot be actioned on because it has a status of %s. Only a SetupIntent with one of the following statuses may be actioned on: [\"requires_action\"]."
                        .formatted(status);
        };
    }

    private static String end(String status) {
        return switch (status) {
            case "succeeded" -> "has already succeeded.";
            case "canceled" -> "has been canceled.";
            default -> "has a status of " + status + ".";
        };
    }
}
