package dev.treaty.stubs.stripe.payment.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;

/** Checks the amount of a payment. */
public final class AmountCheck {

    private static final String AMOUNT = "amount";

    private static final String ZERO =
            "The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set"
                    + " (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for"
                    + " future use without an immediate payment, use a Setup Intent instead:"
                    + " https://docs.stripe.com/payments/setup-intents";

    private AmountCheck() {}

    /**
     * The currency of parameters, which is one of Stripe's if there is any.
     *
     * @throws VendorError if it is missing
     */
    public static ChargeCurrency currency(JsonNode params) {
        var code = params.path("currency").asText();
        if (code.isEmpty()) {
            throw StripeError.missing("currency").refusal();
        }
        return ChargeCurrency.of(code);
    }

    /**
     * The amount of parameters, in the currency's smallest unit.
     *
     * @throws VendorError if it is missing, too small or too large
     */
    public static long amount(JsonNode params, ChargeCurrency currency) {
        if (!params.has(AMOUNT)) {
            throw StripeError.missing(AMOUNT).refusal();
        }
        var amount = params.path(AMOUNT).asLong();
        if (amount < 1) {
            throw refusal(
                    "parameter_invalid_integer", amount == 0 ? ZERO : "This value must be greater than or equal to 1.");
        }
        if (amount < currency.minimum()) {
            throw refusal(
                    "amount_too_small",
                    "Amount must be at least %s %s".formatted(currency.text(currency.minimum()), currency.code()));
        }
        if (amount % currency.step() != 0) {
            throw refusal(
                    "parameter_invalid_integer",
                    "Amount must be evenly divisible by %d for %s.".formatted(currency.step(), currency.code()));
        }
        if (amount > ChargeCurrency.MAXIMUM) {
            throw refusal(
                    "amount_too_large",
                    "Amount must be no more than %s %s"
                            .formatted(currency.text(ChargeCurrency.MAXIMUM), currency.code()));
        }
        return amount;
    }

    private static VendorError refusal(String code, String message) {
        return StripeError.invalid(message).code(code).param(AMOUNT).refusal();
    }
}
