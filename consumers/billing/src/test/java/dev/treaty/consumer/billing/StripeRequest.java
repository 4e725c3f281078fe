package dev.treaty.consumer.billing;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import com.stripe.Stripe;
import dev.treaty.consumer.recording.FormBody;

/** What every request to Stripe has: an API key, the API version of stripe-java, and on POST an idempotency key. */
final class StripeRequest {

    /** Stripe echoes any version it has had; which one billing needs is in the webhooks that it reads. */
    private static final String ANY_VERSION = "\\d{4}-\\d{2}-\\d{2}(\\.\\w+)?";

    private static final String ANY_KEY = "[\\w-]{1,255}";

    private StripeRequest() {}

    static PactDslRequestWithPath get(PactDslRequestWithoutPath description, String path) {
        return request(description, "GET", path)
                .matchHeader("Authorization", "Bearer sk_test_.+", "Bearer " + StripeExamples.API_KEY);
    }

    static PactDslRequestWithPath get(PactDslRequestWithoutPath description, String path, String apiKey) {
        return request(description, "GET", path).headers("Authorization", "Bearer " + apiKey);
    }

    static PactDslRequestWithPath delete(PactDslRequestWithoutPath description, String path) {
        return request(description, "DELETE", path)
                .matchHeader("Authorization", "Bearer sk_test_.+", "Bearer " + StripeExamples.API_KEY);
    }

    /** Any idempotency key matches; the example is billing's. */
    static PactDslRequestWithPath post(PactDslRequestWithoutPath description, String path, String idempotencyKey) {
        return post(description, path).matchHeader("Idempotency-Key", ANY_KEY, idempotencyKey);
    }

    /** Only this idempotency key matches, because Stripe's response depends on it. */
    static PactDslRequestWithPath postAgain(PactDslRequestWithoutPath description, String path, String idempotencyKey) {
        return post(description, path).headers("Idempotency-Key", idempotencyKey);
    }

    /** The form of a payment for {@link StripeExamples#invoice}. */
    static FormBody paymentOf(String invoice, String amount) {
        return paymentWithoutCurrency(invoice, amount).matching("currency", "[a-z]{3}", "eur");
    }

    static FormBody paymentWithoutCurrency(String invoice, String amount) {
        return FormBody.form()
                .matching("amount", "\\d+", amount)
                .matching("customer", "cus_\\w+", "cus_42")
                .matching("metadata[invoice]", ".+", invoice)
                .value("automatic_payment_methods[enabled]", "true")
                .value("automatic_payment_methods[allow_redirects]", "never");
    }

    private static PactDslRequestWithPath post(PactDslRequestWithoutPath description, String path) {
        return request(description, "POST", path)
                .matchHeader("Authorization", "Bearer sk_test_.+", "Bearer " + StripeExamples.API_KEY);
    }

    private static PactDslRequestWithPath request(PactDslRequestWithoutPath description, String method, String path) {
        return description.method(method).path(path).matchHeader("Stripe-Version", ANY_VERSION, Stripe.API_VERSION);
    }
}
