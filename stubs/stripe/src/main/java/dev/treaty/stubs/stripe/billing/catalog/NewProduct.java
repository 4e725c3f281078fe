package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;

/** Makes products. */
final class NewProduct {

    private static final String KIND = "product";
    private static final String[] FIELDS = {
        "id",
        "name",
        "active",
        "description",
        "images",
        "marketing_features",
        "metadata",
        "package_dimensions",
        "shippable",
        "statement_descriptor",
        "tax_code",
        "tax_details",
        "type",
        "unit_label",
        "url"
    };

    private NewProduct() {}

    /** A new product of the parameters that describe it. */
    static ObjectNode create(StripeContext stripe, ObjectNode params) {
        var id = params.path("id").asText();
        if (!id.isEmpty() && stripe.find(KIND, id).isPresent()) {
            throw StripeError.invalid("Product already exists.")
                    .code("resource_already_exists")
                    .param("id")
                    .refusal();
        }
        var fields = Json.object().put("active", true).put("type", "service").put("updated", stripe.now());
        fields.putArray("images");
        fields.putObject("metadata");
        return stripe.create(KIND, ParameterMerge.into(fields, params, FIELDS));
    }
}
