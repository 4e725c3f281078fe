package dev.treaty.consumer.billing;

import static dev.treaty.consumer.billing.StripeExamples.EURO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing that billing may log reveals a secret. */
class SecretsTest {

    @Test
    void an_account_hides_its_key() {
        assertThat(StripeAccount.of("sk_test_42"))
                .hasToString(
                        "StripeAccount[url=https://api.stripe.com, apiKey=(hidden), connectTimeout=PT5S, readTimeout=PT30S, retries=2]");
    }

    @Test
    void an_action_for_the_cardholder_hides_the_client_secret() {
        var waiting = new Payment("pi_42", 2000, EURO, Payment.Status.WAITS_FOR_CARDHOLDER);

        assertThat(new Charge.ActionRequired(waiting, "pi_42_secret_42"))
                .asString()
                .contains("pi_42")
                .doesNotContain("secret_42");
    }
}
