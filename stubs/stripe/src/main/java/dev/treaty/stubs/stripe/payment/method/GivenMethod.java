package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.field.Fields;
import java.util.Optional;

/** The PaymentMethod that a request names, describes, or has a token of. */
public final class GivenMethod {

    private static final String METHOD = "payment_method";
    private static final String DATA = "payment_method_data";
    private static final String TOKEN = "confirmation_token";

    private GivenMethod() {}

    /** Empty if the request has none. */
    public static Optional<ObjectNode> of(StripeContext stripe, StripeRequest request) {
        if (!request.text(METHOD).isEmpty()) {
            return Optional.of(PaymentMethodOwner.named(stripe, request.text(METHOD), METHOD));
        }
        if (request.params().path(DATA) instanceof ObjectNode data) {
            return Optional.of(NewPaymentMethod.of(stripe, data, DATA, request.publishable()));
        }
        var token = request.text(TOKEN);
        return token.isEmpty() ? Optional.empty() : Optional.of(ofToken(stripe, token));
    }

    private static ObjectNode ofToken(StripeContext stripe, String token) {
        var stored = stripe.load(TOKEN, token, TOKEN);
        return stripe.load(METHOD, Fields.text(stored, "_payment_method"), METHOD);
    }
}
