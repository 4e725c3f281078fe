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

    private static final String KIND = "confirmation_token";
    private static final Duration LIFE = Duration.ofHours(12);

    /** What a token says of a payment beyond its payment method. */
    private static final String[] OF_PAYMENT = {"return_url", "setup_future_usage", "shipping"};

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND).on("POST /v1/test_helpers/confirmation_tokens", ConfirmationTokens::create);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var method = GivenMethod.of(stripe, request)
                .orElseThrow(() -> StripeError.missing("payment_method_data").refusal());
        var fields = Json.object();
        Fields.take(fields, request.params(), OF_PAYMENT);
        var token = stripe.draft(KIND, fields);
        var preview = token.putObject("payment_method_preview").putNull("customer_account");
        Fields.take(
                preview, method, "allow_redisplay", "billing_details", "customer", "type", Fields.text(method, "type"));
        token.put("expires_at", stripe.instant().plus(LIFE).getEpochSecond())
                .put("_payment_method", Fields.text(method, "id"));
        stripe.save(token);
        return token;
    }

    /** A request with what its token says, unless the request says otherwise. */
    public static StripeRequest apply(StripeContext stripe, StripeRequest request) {
        if (request.text(KIND).isEmpty()) {
            return request;
        }
        var token = stripe.load(KIND, request.text(KIND), KIND);
        var params = request.params().deepCopy();
        for (var name : OF_PAYMENT) {
            if (Fields.has(token, name) && !params.has(name)) {
                params.set(name, token.path(name).deepCopy());
            }
        }
        return request.with(params);
    }

    /** Notes in the token of a request, if it has one, which intent it was for. */
    public static void used(StripeContext stripe, StripeRequest request, ObjectNode intent) {
        stripe.find(KIND, request.text(KIND))
                .ifPresent(token -> stripe.save(token.put(Fields.text(intent, "object"), Fields.text(intent, "id"))));
    }
}
