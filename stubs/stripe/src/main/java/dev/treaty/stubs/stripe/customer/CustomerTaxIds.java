package dev.treaty.stubs.stripe.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tax ids of customers.
 *
 * @see <a href="https://docs.stripe.com/api/customer_tax_ids">Stripe, customer tax ids</a>
 */
public final class CustomerTaxIds {

    private static final String CUSTOMER = "customer";

    /** Types that Stripe has a government check. https://docs.stripe.com/billing/customer/tax-ids#validation */
    private static final Set<String> VERIFIED = Set.of("au_abn", "eu_vat", "gb_vat");

    /** Countries whose VAT numbers start with other letters. */
    private static final Map<String, String> VAT_PREFIXES = Map.of("EL", "GR", "XI", "GB");

    private CustomerTaxIds() {}

    static ObjectNode create(StripeContext stripe, StripeRequest request) {
        stripe.loadParent(CUSTOMER, request.id());
        return create(stripe, request.id(), request.params());
    }

    /** Gives a new customer those that the parameter {@code tax_id_data} describes. */
    public static void createAll(StripeContext stripe, ObjectNode customer, JsonNode data) {
        data.forEach(each -> create(stripe, customer.path("id").asText(), each));
    }

    private static ObjectNode create(StripeContext stripe, String customer, JsonNode params) {
        var type = params.path("type").asText();
        var value = params.path("value").asText();
        TaxIdFormat.check(type, value);
        var fields = Json.object()
                .put("type", type)
                .put("value", value)
                .put("country", country(type, value))
                .put(CUSTOMER, customer)
                .put("_parent", customer);
        fields.putObject("owner")
                .put(CUSTOMER, customer)
                .putNull("customer_account")
                .put("type", CUSTOMER);
        fields.putObject("verification")
                .put("status", VERIFIED.contains(type) ? "pending" : "unavailable")
                .putNull("verified_address")
                .putNull("verified_name");
        return stripe.create("tax_id", fields);
    }

    /** The first letters of the type, or of the number itself in the European Union. */
    private static String country(String type, String value) {
        var prefix = (type.equals("eu_vat") ? value : type).toUpperCase(Locale.ROOT);
        var letters = prefix.substring(0, Math.min(2, prefix.length()));
        return VAT_PREFIXES.getOrDefault(letters, letters);
    }
}
