package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With what an invoice is paid: the invoice's own default, the subscription's, or the customer's.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/payment-methods-setting#payment-method-priority">Stripe, payment method priority</a>
 */
public final class InvoicePaymentMethod {

    private InvoicePaymentMethod() {}

    /** The payment method of an invoice. */
    public static Optional<String> of(StripeContext stripe, ObjectNode invoice) {
        return defaults(invoice)
                .or(() -> stripe.find("subscription", subscription(invoice)).flatMap(InvoicePaymentMethod::defaults))
                .or(() -> ofCustomer(stripe, invoice.path("customer").asText()));
    }

    /** The payment method that a subscription's invoices would be paid with. */
    public static Optional<String> ofSubscription(StripeContext stripe, ObjectNode subscription) {
        return defaults(subscription)
                .or(() -> ofCustomer(stripe, subscription.path("customer").asText()));
    }

    private static Optional<String> ofCustomer(StripeContext stripe, String id) {
        return stripe.find("customer", id)
                .flatMap(customer -> first(
                        customer.path("invoice_settings").path("default_payment_method"),
                        customer.path("default_source")));
    }

    private static Optional<String> defaults(ObjectNode object) {
        return first(object.path("default_payment_method"), object.path("default_source"));
    }

    private static Optional<String> first(JsonNode... values) {
        return Stream.of(values)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    /** The subscription that an invoice is for; empty if there is none. */
    public static String subscription(ObjectNode invoice) {
        return invoice.path("parent")
                .path("subscription_details")
                .path("subscription")
                .asText("");
    }

    /** What Stripe says if there is none. */
    public static VendorError missing() {
        return StripeError.invalid(
                        "This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.")
                .code("resource_missing")
                .refusal();
    }
}
