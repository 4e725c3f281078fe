package dev.treaty.stubs.stripe.payment.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usd | 50 | $0.50",
                "usd | 123456 | $1,234.56",
                "eur | 1050 | €10.50",
                "gbp | 30 | £0.30",
                "jpy | 50 | ¥50",
                "kwd | 1500 | 1.500 KWD",
                "czk | 1500 | 15.00 CZK"
            })
    void an_amount_is_written_with_the_currency_s_decimals(String currency, long amount, String expected) {
        assertThat(ChargeCurrency.of(currency).text(amount)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"usd, 2000, 88", "usd, 50, 31", "usd, 1000, 59", "eur, 2000, 55", "gbp, 2000, 50", "jpy, 1000, 36"})
    void stripe_keeps_a_share_and_a_fixed_fee(String currency, long amount, long expected) {
        assertThat(ProcessingFee.in(currency).of(amount)).isEqualTo(expected);
    }

    @Test
    void a_code_may_be_written_in_capital_letters() {
        assertThat(ChargeCurrency.of("EUR")).isEqualTo(new ChargeCurrency("eur", 2, 50));
    }
}
