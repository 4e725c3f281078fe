package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A bank account of Stripe's test mode.
 *
 * @param params by which a PaymentMethod is made of it
 * @param outcome what becomes of a payment: {@code "success"}, or the code of its failure, e.g. {@code "insufficient_funds"}
 * @see <a href="https://docs.stripe.com/testing#non-card-payments">Stripe, non-card payments</a>
 */
record BankAccount(ObjectNode params, String outcome) {

    private static final String US_NAME = "pm_usBankAccount_";
    private static final String SEPA_NAME = "pm_sepaDebit_";

    private static final Map<String, String> US_NUMBERS = Map.of(
            "success", "000123456789",
            "accountClosed", "000111111113",
            "noAccount", "000111111116",
            "insufficientFunds", "000222222227",
            "debitNotAuthorized", "000333333335",
            "invalidCurrency", "000444444440",
            "processing", "000000000009",
            "weeklyLimitExceeded", "000777777771");

    private static final Map<String, String> US_OUTCOMES = Map.of(
            "000111111113", "account_closed",
            "000111111116", "no_account",
            "000222222227", "insufficient_funds",
            "000333333335", "debit_not_authorized",
            "000444444440", "invalid_currency",
            "000000000009", "processing",
            "000777777771", "charge_exceeds_weekly_limit");

    private static final Map<String, String> SEPA_OUTCOMES = Map.of(
            "success", "success",
            "successDelayed", "success",
            "failed", "generic_could_not_process",
            "failedDelayed", "generic_could_not_process",
            "insufficientFunds", "insufficient_funds",
            "exceedsWeeklyVolumeLimit", "charge_exceeds_source_limit",
            "exceedsWeeklyTransactionLimit", "charge_exceeds_weekly_limit");

    /** The account that Stripe has ready under a name, e.g. {@code "pm_usBankAccount_success"} or {@code "pm_sepaDebit_failed_de"}. */
    static Optional<BankAccount> named(String name) {
        if (name.startsWith(US_NAME)) {
            return Optional.ofNullable(US_NUMBERS.get(name.substring(US_NAME.length())))
                    .map(number -> new BankAccount(usParams(number), US_OUTCOMES.getOrDefault(number, "success")));
        }
        var end = name.lastIndexOf('_');
        if (!name.startsWith(SEPA_NAME) || end <= SEPA_NAME.length()) {
            return Optional.empty();
        }
        var country = name.substring(end + 1);
        return Optional.ofNullable(SEPA_OUTCOMES.get(name.substring(SEPA_NAME.length(), end)))
                .map(outcome -> new BankAccount(sepaParams(country), outcome));
    }

    /** What becomes of payments from an account that was given by its number. */
    static Optional<String> outcome(String type, JsonNode details) {
        return switch (type) {
            case "us_bank_account" ->
                Optional.of(US_OUTCOMES.getOrDefault(Fields.text(details, "account_number"), "success"));
            case "sepa_debit" ->
                Optional.of(sepaOutcome(Fields.text(details, "iban").replace(" ", "")));
            default -> Optional.empty();
        };
    }

    /**
     * Refuses a routing number that is not nine digits, the last of which checks the others.
     *
     * @param param that has the details, e.g. {@code "us_bank_account"}
     * @throws dev.treaty.stubs.vendor.VendorError 400 {@code routing_number_invalid}
     */
    static void check(JsonNode details, String param) {
        var number = Fields.text(details, "routing_number");
        if (!number.isEmpty() && !(number.matches("\\d{9}") && hasRightCheckDigit(number))) {
            throw StripeError.invalid("Invalid routing number for US: the number must contain 9 digits.")
                    .code("routing_number_invalid")
                    .param(param + "[routing_number]")
                    .refusal();
        }
    }

    /** American Bankers Association: 3, 7, 1 times the digits are a multiple of ten. */
    private static boolean hasRightCheckDigit(String number) {
        var weights = new int[] {3, 7, 1};
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            sum += weights[i % 3] * Character.digit(number.charAt(i), 10);
        }
        return sum % 10 == 0;
    }

    private static String sepaOutcome(String iban) {
        return switch (iban) {
            case "AT861904300235473202", "BE68539007547034", "DE62370400440532013001", "FR8420041010050500013M02607" ->
                "generic_could_not_process";
            default -> iban.endsWith("2222227") ? "insufficient_funds" : "success";
        };
    }

    private static ObjectNode usParams(String number) {
        var params = Json.object().put("type", "us_bank_account");
        params.putObject("us_bank_account").put("account_number", number).put("routing_number", "110000000");
        return params;
    }

    private static ObjectNode sepaParams(String country) {
        var params = Json.object().put("type", "sepa_debit");
        params.putObject("sepa_debit").put("iban", country.toUpperCase(Locale.ROOT) + "89370400440532013000");
        return params;
    }
}
