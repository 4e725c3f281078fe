package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * What a promotion code is to be redeemed for.
 *
 * @param customer the id of who buys; no text if that is not known yet
 * @param amount what is to be paid first before discounts, in the currency's smallest unit; empty as long as there is no amount, as of an
 *     invoice without lines
 * @param currency of the amount, in small letters
 */
public record Purchase(JsonNode customer, OptionalLong amount, String currency) {

    /** A purchase that has an amount. */
    public static Purchase of(JsonNode customer, long amount, JsonNode currency) {
        return new Purchase(customer, OptionalLong.of(amount), currency.asText());
    }

    /** A purchase that has no amount yet. */
    static Purchase without(JsonNode customer) {
        return new Purchase(customer, OptionalLong.empty(), "");
    }
}
