package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.AcceptedTypes;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Optional;

/** The payment method of a PaymentIntent. */
final class IntentMethod {

    private static final String METHOD = "payment_method";

    private IntentMethod() {}

    /** The one that the request gives, or else the intent has. */
    static ObjectNode of(StripeContext stripe, ObjectNode intent, Optional<ObjectNode> given) {
        return given.or(() -> stripe.find(METHOD, Fields.text(intent, METHOD))).orElseThrow(() -> missing(intent));
    }

    private static VendorError missing(ObjectNode intent) {
        var customer = Fields.text(intent, "customer");
        var fix = customer.isEmpty()
                ? "You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."
                : "To confirm the PaymentIntent with %s, specify a payment method attached to this customer along with the customer ID."
                        .formatted(customer);
        return StripeError.unexpectedState(
                        Fields.shown(intent),
                        "You cannot confirm this PaymentIntent because it's missing a payment method. " + fix)
                .refusal();
    }

    /** Refuses a PaymentMethod of somebody else, and one that was used up. */
    static Optional<StripeError> refusal(ObjectNode intent, ObjectNode method) {
        var owner = Fields.text(method, "customer");
        var customer = Fields.text(intent, "customer");
        return customer.isEmpty() && !owner.isEmpty()
                ? Optional.of(StripeError.invalid(
                                "The `payment_method` parameter supplied %s belongs to the Customer %s. Please include the Customer in the `customer` parameter on the PaymentIntent."
                                        .formatted(Fields.text(method, "id"), owner))
                        .code("parameter_missing")
                        .param("source"))
                : PaymentMethodOwner.refusal(method, customer);
    }

    /** Refuses a PaymentMethod whose type the intent does not take. */
    static Optional<StripeError> refusalOfType(ObjectNode intent, ObjectNode method) {
        var type = Fields.text(method, "type");
        return AcceptedTypes.accepts(intent, type)
                ? Optional.empty()
                : Optional.of(StripeError.invalid(
                                "The PaymentMethod provided (%1$s) is not allowed for this PaymentIntent. Please attach another PaymentMethod or update the PaymentIntent's `payment_method_types` to include \"%1$s\"."
                                        .formatted(type))
                        .code("payment_intent_incompatible_payment_method")
                        .param(METHOD));
    }
}
