package dev.treaty.stubs.stripe.billing.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;

/**
 * Products: what is sold.
 *
 * @see <a href="https://docs.stripe.com/api/products">Stripe, products</a>
 */
public final class Products implements StripeFeature {

    private static final String KIND = "product";
    private static final String[] UPDATABLE = {
        "name", "active", "default_price", "description", "images", "marketing_features", "metadata",
        "package_dimensions", "shippable", "statement_descriptor", "tax_code", "tax_details", "unit_label", "url"
    };

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/products", Products::create)
                .on("POST /v1/products/{id}", Products::update)
                .on("DELETE /v1/products/{id}", Products::delete)
                .on("GET /v1/products", Products::list)
                .simulates(KIND);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var product = NewProduct.create(stripe, request.params());
        var price = request.params().path("default_price_data");
        if (!price.isObject()) {
            return product;
        }
        var fields =
                ((ObjectNode) price).deepCopy().put(KIND, product.path("id").asText());
        var created = Prices.create(stripe, fields, "default_price_data");
        return stripe.update(
                product,
                product.deepCopy().put("default_price", created.path("id").asText()));
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var product = stripe.load(KIND, request.id());
        var price = request.text("default_price");
        if (!price.isEmpty()) {
            checkDefaultPrice(stripe, product, price);
        }
        var changed = ParameterMerge.into(product.deepCopy(), request.params(), UPDATABLE);
        return stripe.update(product, changed.put("updated", stripe.now()));
    }

    private static void checkDefaultPrice(StripeContext stripe, ObjectNode product, String id) {
        var price = stripe.load("price", id, "default_price");
        if (!price.path(KIND).asText().equals(product.path("id").asText())) {
            throw StripeError.invalid(
                            "The price `%s` cannot be the default price of this product because it belongs to another product."
                                    .formatted(id))
                    .param("default_price")
                    .refusal();
        }
        if (!price.path("active").asBoolean()) {
            throw StripeError.invalid(
                            "The price `%s` cannot be set as the default price because it is inactive.".formatted(id))
                    .param("default_price")
                    .refusal();
        }
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var params = request.params().deepCopy();
        var list = stripe.list(KIND);
        if (params.remove("ids") instanceof ArrayNode given) {
            var ids = given.valueStream().map(JsonNode::asText).collect(toUnmodifiableSet());
            list.matching(product -> ids.contains(product.path("id").asText()));
        }
        return ListFilters.apply(params, list).page(params, "/v1/products");
    }

    private static ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var product = stripe.load(KIND, request.id());
        if (stripe.list("price").where(KIND, request.id()).stream().findAny().isPresent()) {
            throw StripeError.invalid("This product cannot be deleted because it has one or more user-created prices.")
                    .param("id")
                    .refusal();
        }
        return stripe.delete(product);
    }
}
