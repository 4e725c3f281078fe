package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.card.TestCards;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.VendorError;
import java.time.YearMonth;

/**
 * Reads a card number that somebody typed. Only browsers may send one, with a publishable key.
 *
 * @see <a href="https://docs.stripe.com/testing#invalid-data">Stripe, invalid data</a>
 */
final class CardInput {

    private static final String RAW_NUMBER =
            "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the"
                    + " test card you are using, see https://stripe.com/docs/testing. To enable testing raw card data APIs, see"
                    + " https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.";

    private static final String LIVE_CARD =
            "Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards,"
                    + " visit: https://stripe.com/docs/testing.";

    private CardInput() {}

    /** @throws VendorError if the request is not a browser's, or the card is wrong */
    static CardDetails read(JsonNode card, boolean publishable, YearMonth today) {
        if (!publishable) {
            throw StripeError.of(402, "invalid_request_error", RAW_NUMBER).refusal();
        }
        var testCard = testCard(Fields.text(card, "number").replaceAll("[ -]", ""));
        var expiry = expiry(card, today);
        var code = Fields.text(card, "cvc");
        if (!code.isEmpty() && !code.matches("\\d{3,4}")) {
            throw invalid("invalid_cvc", "Your card's security code is invalid.", "cvc");
        }
        var check = testCard.check("cvc");
        return new CardDetails(
                testCard,
                expiry.getMonthValue(),
                expiry.getYear(),
                code.isEmpty() ? "" : check.equals("pass") ? "unchecked" : check);
    }

    /**
     * When a card expires.
     *
     * @param card with {@code exp_month} and {@code exp_year}
     * @throws VendorError if it has expired, or has no such month
     */
    static YearMonth expiry(JsonNode card, YearMonth today) {
        var month = card.path("exp_month").asInt();
        if (month < 1 || month > 12) {
            throw invalid("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month");
        }
        var year = card.path("exp_year").asInt();
        var fullYear = year < 100 ? 2000 + year : year;
        if (YearMonth.of(fullYear, month).isBefore(today) || fullYear > today.getYear() + 50) {
            throw invalid("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year");
        }
        return YearMonth.of(fullYear, month);
    }

    private static TestCard testCard(String number) {
        if (!number.matches("\\d{12,19}")) {
            throw invalid("invalid_number", "The card number is not a valid credit card number.", "number");
        }
        if (!hasRightCheckDigit(number)) {
            throw invalid("incorrect_number", "Your card number is incorrect.", "number");
        }
        return TestCards.byNumber(number)
                .orElseThrow(() -> StripeError.card("card_declined", LIVE_CARD)
                        .declineCode("test_mode_live_card")
                        .refusal());
    }

    private static VendorError invalid(String code, String message, String param) {
        return StripeError.card(code, message).param(param).refusal();
    }

    /** ISO/IEC 7812-1, annex B: the Luhn formula. */
    private static boolean hasRightCheckDigit(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
