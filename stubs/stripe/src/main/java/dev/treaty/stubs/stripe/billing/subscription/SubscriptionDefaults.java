package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;

/** The fields of a new subscription that a request need not give. */
final class SubscriptionDefaults {

    private SubscriptionDefaults() {}

    static ObjectNode of(StripeContext stripe, ObjectNode customer, ObjectNode params, ObjectNode firstItem) {
        var fields = Json.object().put("collection_method", "charge_automatically");
        fields.put("customer", customer.path("id").asText());
        fields.put("currency", SubscriptionItem.currency(firstItem));
        fields.put("start_date", params.path("backdate_start_date").asLong(stripe.now()));
        fields.set(
                "test_clock",
                customer.path("test_clock").isTextual() ? customer.path("test_clock") : fields.nullNode());
        fields.putObject("metadata");
        var mode = fields.putObject("billing_mode");
        mode.putNull("flexible")
                .put("type", params.path("billing_mode").path("type").asText("flexible"));
        if (mode.path("type").asText().equals("flexible")) {
            mode.putObject("flexible").put("proration_discounts", "included");
        }
        fields.putObject("cancellation_details")
                .putNull("comment")
                .putNull("feedback")
                .putNull("feedback_option")
                .putNull("reason");
        invoiceSettings(fields, params);
        var settings = fields.putObject("payment_settings");
        settings.putNull("payment_method_options").putNull("payment_method_types");
        settings.put("save_default_payment_method", "off");
        ParameterMerge.into(
                settings, params.path("payment_settings"), "payment_method_types", "save_default_payment_method");
        var behavior = fields.putObject("trial_settings").putObject("end_behavior");
        behavior.putNull("billing_cycle_anchor");
        behavior.put("missing_payment_method", "create_invoice");
        ParameterMerge.into(behavior, params.path("trial_settings").path("end_behavior"), "missing_payment_method");
        SubscriptionTaxes.set(stripe, fields, params);
        return fields;
    }

    /** Refuses a default payment method that is not the customer's. */
    static void checkPaymentMethod(StripeContext stripe, JsonNode customer, JsonNode params) {
        var id = params.path("default_payment_method").asText("");
        if (!params.path("default_payment_method").isTextual() || id.isEmpty()) {
            return;
        }
        if (!stripe.load("payment_method", id, "default_payment_method")
                .path("customer")
                .equals(customer)) {
            throw StripeError.invalid(
                            "The customer does not have a payment method with the ID %s. The payment method must be attached to the customer."
                                    .formatted(id))
                    .code("resource_missing")
                    .param("default_payment_method")
                    .refusal();
        }
    }

    private static void invoiceSettings(ObjectNode fields, ObjectNode params) {
        var settings = fields.putObject("invoice_settings");
        for (var name : new String[] {"account_tax_ids", "custom_fields", "description", "footer"}) {
            settings.putNull(name);
        }
        settings.putObject("issuer").put("type", "self");
        ParameterMerge.into(settings, params.path("invoice_settings"), "custom_fields", "description", "footer");
    }
}
