package dev.treaty.consumer.billing;

import java.net.URI;
import java.time.Duration;

/**
 * Where Stripe is, which account calls it, and how long to wait.
 *
 * @param url without a path, e.g. {@code https://api.stripe.com}
 * @param apiKey secret: never part of {@link #toString()} nor of any failure
 * @param connectTimeout for each attempt
 * @param readTimeout for each attempt, from the request to the response
 * @param retries how often stripe-java may repeat a request that got no response, a 5xx or 409, or a response with {@code
 *     Stripe-Should-Retry: true}; each with the same idempotency key
 */
public record StripeAccount(URI url, String apiKey, Duration connectTimeout, Duration readTimeout, int retries) {

    /** An account at Stripe itself, with time-outs for an interactive service: 5 s, 30 s, two retries. */
    public static StripeAccount of(String apiKey) {
        return new StripeAccount(
                URI.create("https://api.stripe.com"), apiKey, Duration.ofSeconds(5), Duration.ofSeconds(30), 2);
    }

    @Override
    public String toString() {
        return "StripeAccount[url=%s, apiKey=(hidden), connectTimeout=%s, readTimeout=%s, retries=%d]"
                .formatted(url, connectTimeout, readTimeout, retries);
    }
}
