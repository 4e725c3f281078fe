package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The currencies in which a type of payment method can be used, where there are few.
 *
 * @see <a href="https://docs.stripe.com/payments/payment-methods/payment-method-support#currency-support">Stripe, currency support</a>
 */
final class MethodCurrencies {

    private static final Map<String, List<String>> FEW = """
            alma             eur
            au_becs_debit    aud
            bacs_debit       gbp
            bancontact       eur
            blik             pln
            boleto           brl
            cashapp          usd
            eps              eur
            fpx              myr
            giropay          eur
            grabpay          myr sgd
            ideal            eur
            kakao_pay        krw
            konbini          jpy
            kr_card          krw
            mb_way           eur
            multibanco       eur
            naver_pay        krw
            nz_bank_account  nzd
            oxxo             mxn
            p24              eur pln
            payco            krw
            paynow           sgd
            payto            aud
            pix              brl
            promptpay        thb
            samsung_pay      krw
            satispay         eur
            sepa_debit       eur
            sofort           eur
            twint            chf
            us_bank_account  usd
            acss_debit       cad usd
            zip              aud
            """.lines()
            .map(line -> line.split(" +"))
            .collect(Collectors.toMap(row -> row[0], row -> List.of(Arrays.copyOfRange(row, 1, row.length))));

    private MethodCurrencies() {}

    /**
     * Refuses types that cannot be paid with in a currency.
     *
     * @param currency in any case; empty if the request does not say
     * @throws VendorError 400
     */
    static void check(JsonNode types, String currency, String code) {
        if (currency.isEmpty()) {
            return;
        }
        for (var type : types) {
            var few = FEW.getOrDefault(type.asText(), List.of());
            if (!few.isEmpty() && !few.contains(currency.toLowerCase(Locale.ROOT))) {
                throw StripeError.invalid(
                                "The currency provided (%s) is invalid. Payments with %s support the following currencies: %s."
                                        .formatted(
                                                currency.toLowerCase(Locale.ROOT),
                                                type.asText(),
                                                String.join(", ", few)))
                        .code(code)
                        .param("currency")
                        .refusal();
            }
        }
    }
}
