package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who may redeem a promotion code, and for how much.
 *
 * @see <a href="https://docs.stripe.com/api/promotion_codes/object#promotion_code_object-restrictions">Stripe, restrictions</a>
 */
final class CodeRestrictions {

    /** Whoever has such an invoice is no first-time customer, even if it is not paid (stripe/stripe-node#2349). */
    private static final Set<String> PRIOR = Set.of("open", "paid", "uncollectible");

    private static final String MINIMUMS = "_minimum_amounts";

    private CodeRestrictions() {}

    /**
     * Refuses a purchase that a code is not for.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400
     */
    static void check(StripeContext stripe, ObjectNode code, Purchase purchase, String param) {
        if (code.path("customer").isTextual() && !code.path("customer").equals(purchase.customer())) {
            throw StripeError.invalid("This promotion code cannot be redeemed because it is for another customer.")
                    .param(param)
                    .refusal();
        }
        var restrictions = code.path("restrictions");
        if (restrictions.path("first_time_transaction").asBoolean() && hasBought(stripe, purchase.customer())) {
            throw notFirst("promotion_code_customer_not_first_time", param).refusal();
        }
        if (isTooLittle(code, purchase)) {
            throw StripeError.invalid(
                            "This promotion code cannot be redeemed because the associated purchase does not meet the minimum amount requirement.")
                    .code("promotion_code_amount_insufficient")
                    .param(param)
                    .refusal();
        }
    }

    /**
     * Refuses a code for first payments as long as nobody knows whose payment it is.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400
     */
    static void requireCustomer(ObjectNode code, Purchase purchase, String param) {
        if (code.path("restrictions").path("first_time_transaction").asBoolean()
                && !purchase.customer().isTextual()) {
            throw notFirst("promotion_code_customer_missing_first_time", param).refusal();
        }
    }

    /** One text for both, as Stripe has it (stripe/stripe-node#1318). */
    private static StripeError notFirst(String code, String param) {
        return StripeError.invalid(
                        "This promotion code cannot be redeemed because the associated customer has prior transactions.")
                .code(code)
                .param(param);
    }

    private static boolean hasBought(StripeContext stripe, JsonNode customer) {
        return customer.isTextual()
                && (stripe.list("charge").where("customer", customer.asText()).stream()
                                .anyMatch(charge -> charge.path("paid").asBoolean())
                        || stripe.list("invoice").where("customer", customer.asText()).stream()
                                .anyMatch(invoice ->
                                        PRIOR.contains(invoice.path("status").asText())));
    }

    private static boolean isTooLittle(ObjectNode code, Purchase purchase) {
        var minimum = code.path("restrictions").path("minimum_amount");
        if (!minimum.isNumber() || purchase.amount().isEmpty()) {
            return false;
        }
        return minimum(code, purchase.currency()).stream()
                .noneMatch(least -> purchase.amount().getAsLong() >= least);
    }

    /** The least amount in a currency; empty if nothing says how much that is, so that a code cannot be redeemed in it. */
    private static OptionalLong minimum(ObjectNode code, String currency) {
        var restrictions = code.path("restrictions");
        if (restrictions.path("minimum_amount_currency").asText().equals(currency)) {
            return OptionalLong.of(restrictions.path("minimum_amount").asLong());
        }
        var other = code.path(MINIMUMS).path(currency);
        return other.isNumber() ? OptionalLong.of(other.asLong()) : OptionalLong.empty();
    }

    /** Notes the minimums in other currencies, which Stripe does not show unless they are expanded. */
    static void keepMinimums(ObjectNode code, JsonNode restrictions) {
        restrictions
                .path("currency_options")
                .properties()
                .forEach(option -> code.withObject("/" + MINIMUMS)
                        .put(
                                option.getKey(),
                                option.getValue().path("minimum_amount").asLong()));
    }
}
