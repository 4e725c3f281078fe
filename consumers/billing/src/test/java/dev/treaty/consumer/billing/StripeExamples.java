package dev.treaty.consumer.billing;

import au.com.dius.pact.consumer.MockServer;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;

/** The account, invoice and other values of the examples. */
final class StripeExamples {

    static final String API_KEY = "sk_test_42";
    static final Currency EURO = Currency.getInstance("EUR");

    private StripeExamples() {}

    /** A connection that retries once, if Stripe requests it. */
    static StripeConnection connection(MockServer stripe) {
        return connection(stripe, API_KEY);
    }

    static StripeConnection connection(MockServer stripe, String apiKey) {
        return new StripeConnection(account(URI.create(stripe.getUrl()), apiKey, 1));
    }

    static StripeAccount account(URI url, String apiKey, int retries) {
        return new StripeAccount(url, apiKey, Duration.ofSeconds(2), Duration.ofSeconds(10), retries);
    }

    static Invoice invoice(String number, long amount) {
        return new Invoice(number, "cus_42", amount, EURO);
    }
}
