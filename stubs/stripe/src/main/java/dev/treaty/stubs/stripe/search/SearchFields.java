package dev.treaty.stubs.stripe.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * The fields by which each resource can be searched.
 *
 * @see <a href="https://docs.stripe.com/search#supported-query-fields-for-each-resource">Stripe, supported query fields</a>
 */
final class SearchFields {

    /** Those that are numbers. */
    private static final Set<String> NUMBERS = Set.of(
            "amount",
            "canceled_at",
            "created",
            "total",
            "payment_method_details.card.exp_month",
            "payment_method_details.card.exp_year");

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "charges",
                    Set.of(
                            "amount",
                            "billing_details.address.postal_code",
                            "created",
                            "currency",
                            "customer",
                            "disputed",
                            "metadata",
                            "payment_method_details.card.brand",
                            "payment_method_details.card.exp_month",
                            "payment_method_details.card.exp_year",
                            "payment_method_details.card.fingerprint",
                            "payment_method_details.card.last4",
                            "refunded",
                            "status"),
            "customers", Set.of("created", "email", "metadata", "name", "phone"),
            "invoices",
                    Set.of(
                            "created",
                            "currency",
                            "customer",
                            "last_finalization_error_code",
                            "last_finalization_error_type",
                            "metadata",
                            "number",
                            "receipt_number",
                            "status",
                            "subscription",
                            "total"),
            "payment_intents", Set.of("amount", "created", "currency", "customer", "metadata", "status"),
            "prices", Set.of("active", "currency", "lookup_key", "metadata", "product", "type"),
            "products", Set.of("active", "description", "metadata", "name", "shippable", "url"),
            "subscriptions", Set.of("canceled_at", "created", "metadata", "status"));

    private static final Map<String, String> OF_INVOICES = Map.of(
            "subscription", "parent.subscription_details.subscription",
            "last_finalization_error_code", "last_finalization_error.code",
            "last_finalization_error_type", "last_finalization_error.type");

    private SearchFields() {}

    static boolean isSupported(String resource, String field) {
        return FIELDS.getOrDefault(resource, Set.of()).contains(field);
    }

    /** Where the value of a field is, with dots; most are where their name says. */
    static String path(String field, ObjectNode object) {
        return object.path("object").asText().equals("invoice") ? OF_INVOICES.getOrDefault(field, field) : field;
    }

    static boolean isNumber(String field) {
        return NUMBERS.contains(field);
    }
}
