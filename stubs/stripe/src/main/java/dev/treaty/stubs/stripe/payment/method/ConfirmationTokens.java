package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/**
 * What a browser has collected for a payment, to be confirmed on a server.
 *
 * @see <a href="https://docs.stripe.com/api/confirmation_tokens">Stripe, ConfirmationTokens</a>
 */
public final class ConfirmationTokens implements StripeFeature {

    private static final Duration LIFE = Duration.ofHours(12);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates("confirmation_token")
                .on("POST /v1/test_helpers/confirmation_tokens", ConfirmationTokens::create);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var method = GivenMethod.of(stripe, request)
                .orElseThrow(() -> StripeError.missing("payment_method_data").refusal());
        var fields = Json.object();
        Fields.take(fields, request.params(), "return_url", "setup_future_usage", "shipping");
        var token = stripe.draft("confirmation_token", fields);
        var preview = token.putObject("payment_method_preview").putNull("customer_account");
        Fields.take(
                preview, method, "allow_redisplay", "billing_details", "customer", "type", Fields.text(method, "type"));
        token.put("expires_at", stripe.instant().plus(LIFE).getEpochSecond())
                .put("_payment_method", Fields.text(method, "id"));
        stripe.save(token);
        return token;
    }
}
