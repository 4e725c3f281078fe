package dev.treaty.stubs.stripe.payment.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import java.util.Optional;

/** The payment method of a SetupIntent. */
final class SetupMethod {

    private SetupMethod() {}

    /** The one that the request gives, or else the intent has. The customer's default does not count. */
    static ObjectNode of(StripeContext stripe, ObjectNode intent, Optional<ObjectNode> given) {
        return given.or(() -> stripe.find("payment_method", Fields.text(intent, "payment_method")))
                .orElseThrow(() -> StripeError.unexpectedState(
                                Fields.shown(intent),
                                "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.")
                        .refusal());
    }

    /** Refuses a PaymentMethod of somebody else, and one that was used up. */
    static Optional<StripeError> refusal(ObjectNode intent, ObjectNode method) {
        var owner = Fields.text(method, "customer");
        var customer = Fields.text(intent, "customer");
        return customer.isEmpty() && !owner.isEmpty()
                ? Optional.of(StripeError.invalid(
                                "The payment method supplied (%s) belongs to the Customer %s. Please include the Customer in the `customer` parameter on the SetupIntent."
                                        .formatted(Fields.text(method, "id"), owner))
                        .param("payment_method"))
                : PaymentMethodOwner.refusal(method, customer);
    }
}
