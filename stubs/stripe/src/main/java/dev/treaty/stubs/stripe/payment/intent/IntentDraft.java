package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.AcceptedTypes;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;

/** Makes PaymentIntents. */
public final class IntentDraft {

    private static final int SECRET_LENGTH = 25;

    private IntentDraft() {}

    /**
     * A PaymentIntent that is not kept yet.
     *
     * @param fields {@code amount}, {@code currency}, and others that the object has
     */
    public static ObjectNode of(StripeContext stripe, ObjectNode fields) {
        var intent = stripe.draft("payment_intent", Json.object());
        intent.put("capture_method", "automatic_async").put("confirmation_method", "automatic");
        intent.putObject("amount_details").putObject("tip");
        var card =
                Json.object().putNull("installments").putNull("mandate_options").putNull("network");
        intent.putObject("payment_method_options").set("card", card.put("request_three_d_secure", "automatic"));
        Fields.take(
                intent,
                fields,
                "amount",
                "amount_details",
                "application_fee_amount",
                "capture_method",
                "confirmation_method",
                "currency",
                "customer",
                "description",
                "excluded_payment_method_types",
                "metadata",
                "on_behalf_of",
                "payment_details",
                "payment_method",
                "payment_method_options",
                "receipt_email",
                "setup_future_usage",
                "shipping",
                "statement_descriptor",
                "statement_descriptor_suffix",
                "transfer_data",
                "transfer_group");
        intent.put("client_secret", Fields.text(intent, "id") + "_secret_" + Ids.random(SECRET_LENGTH));
        intent.put(
                "status", Fields.has(intent, "payment_method") ? "requires_confirmation" : "requires_payment_method");
        AcceptedTypes.set(intent, fields);
        return intent;
    }

    /** Whether the money is only reserved until it is captured. */
    static boolean isManual(ObjectNode intent) {
        var ofCard = Fields.text(intent.path("payment_method_options").path("card"), "capture_method");
        return (ofCard.isEmpty() ? Fields.text(intent, "capture_method") : ofCard).equals("manual");
    }

    /** Refuses parameters that Stripe does not take together, or at all. */
    static void check(ObjectNode params) {
        AcceptedTypes.check(params, "payment_intent");
        AcceptedTypes.checkCurrency(params, "payment_intent");
        checkDescriptor(params, "statement_descriptor");
        checkDescriptor(params, "statement_descriptor_suffix");
        var email = Fields.text(params, "receipt_email");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw StripeError.invalid("Invalid email address: " + email)
                    .code("email_invalid")
                    .param("receipt_email")
                    .refusal();
        }
    }

    private static void checkDescriptor(ObjectNode params, String param) {
        var descriptor = Fields.text(params, param);
        if (descriptor.isEmpty()) {
            return;
        }
        if (descriptor.length() > 22) {
            throw StripeError.invalid("The statement descriptor must be at most 22 characters.")
                    .param(param)
                    .refusal();
        }
        if (descriptor.matches(".*[<>\\\\'\"*].*")) {
            throw StripeError.invalid("The statement descriptor contains invalid characters: < > \\ ' \" *")
                    .param(param)
                    .refusal();
        }
        if (descriptor.matches("[^A-Za-z]*")) {
            throw StripeError.invalid("The statement descriptor must contain at least one alphabetic character.")
                    .param(param)
                    .refusal();
        }
    }
}
