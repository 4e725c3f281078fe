package dev.treaty.stubs.stripe.payment.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.authentication.ChallengePage;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.AcceptedTypes;
import dev.treaty.stubs.stripe.payment.method.ConfirmationTokens;
import dev.treaty.stubs.stripe.payment.method.GivenMethod;
import dev.treaty.stubs.stripe.payment.method.IntentRules;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/**
 * SetupIntents.
 *
 * @see <a href="https://docs.stripe.com/api/setup_intents">Stripe, SetupIntents</a>
 */
public final class SetupIntents implements StripeFeature {

    private static final String KIND = SetupConfirmation.KIND;
    private static final String METHOD = "payment_method";
    private static final String CUSTOMER = "customer";
    private static final int SECRET_LENGTH = 25;

    private final ChallengePage page = new ChallengePage(KIND, SetupConfirmation::answered);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND, SetupAttempt.KIND, "mandate")
                .on("POST /v1/setup_intents", SetupIntents::create)
                .on("GET /v1/setup_intents/{id}", SetupIntents::retrieve)
                .on("POST /v1/setup_intents/{id}", SetupIntents::update)
                .on("POST /v1/setup_intents/{id}/confirm", SetupIntents::confirm)
                .on("POST /v1/setup_intents/{id}/cancel", SetupIntents::cancel)
                .on("POST /v1/setup_intents/{id}/verify_microdeposits", SetupIntents::verifyMicrodeposits);
        page.register(routes);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest asked) {
        var request = ConfirmationTokens.apply(stripe, asked);
        if (!request.text(CUSTOMER).isEmpty()) {
            stripe.load(CUSTOMER, request.text(CUSTOMER), CUSTOMER);
        }
        AcceptedTypes.check(request.params(), KIND);
        if (!request.flag("confirm")) {
            IntentRules.SETUP.checkWithoutConfirmation(asked);
        }
        var method = GivenMethod.of(stripe, request);
        var intent = draft(stripe, request.params());
        method.flatMap(given -> SetupMethod.refusal(intent, given)).ifPresent(error -> {
            throw error.refusal();
        });
        method.ifPresent(given -> {
            intent.set(METHOD, given.path("id"));
            intent.put("status", "requires_confirmation");
        });
        stripe.save(intent);
        stripe.emit("setup_intent.created", intent);
        return request.flag("confirm") ? attempt(stripe, intent, request, method) : intent;
    }

    /**
     * A SetupIntent that is not kept yet.
     *
     * @param params {@code customer}, {@code payment_method_types}, and others that the object has
     */
    public static ObjectNode draft(StripeContext stripe, ObjectNode params) {
        var intent = stripe.draft(KIND, Json.object());
        intent.put("status", "requires_payment_method").put("usage", "off_session");
        intent.putObject("metadata");
        var card = intent.putObject("payment_method_options").putObject("card");
        card.putNull("mandate_options").putNull("network").put("request_three_d_secure", "automatic");
        Fields.take(
                intent,
                params,
                "attach_to_self",
                CUSTOMER,
                "description",
                "flow_directions",
                "metadata",
                "on_behalf_of",
                "payment_method_options",
                "usage");
        intent.put("client_secret", Fields.text(intent, "id") + "_secret_" + Ids.random(SECRET_LENGTH));
        AcceptedTypes.set(intent, params);
        return intent;
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentRules.SETUP.checkSecret(intent, request);
        return intent;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        var intent = before.deepCopy();
        if (!request.text(CUSTOMER).isEmpty()) {
            stripe.load(CUSTOMER, request.text(CUSTOMER), CUSTOMER);
        }
        Fields.take(
                intent,
                request.params(),
                "attach_to_self",
                CUSTOMER,
                "description",
                "flow_directions",
                "metadata",
                "payment_method_options");
        AcceptedTypes.update(intent, request.params());
        if (request.has(METHOD) || request.has("payment_method_data")) {
            SetupTransition.UPDATE_METHOD.check(before);
        }
        GivenMethod.of(stripe, request).ifPresent(method -> {
            refuse(intent, method);
            intent.set(METHOD, method.path("id"));
            intent.put("status", "requires_confirmation").putNull("next_action");
        });
        return stripe.update(before, intent);
    }

    private static ObjectNode confirm(StripeContext stripe, StripeRequest asked) {
        var request = ConfirmationTokens.apply(stripe, asked);
        var intent = stripe.load(KIND, request.id());
        IntentRules.SETUP.checkSecret(intent, request);
        return attempt(stripe, intent, request, GivenMethod.of(stripe, request));
    }

    private static ObjectNode attempt(
            StripeContext stripe, ObjectNode intent, StripeRequest request, Optional<ObjectNode> given) {
        // Stripe misses the payment method first, whatever the status.
        var method = SetupMethod.of(stripe, intent, given);
        ConfirmationTokens.used(stripe, request, intent);
        SetupTransition.CONFIRM.check(intent);
        refuse(intent, method);
        IntentRules.SETUP.checkReturnUrl(intent, request);
        Fields.take(intent, request.params(), "payment_method_options");
        var returnUrl = request.flag("use_stripe_sdk") ? "" : request.text("return_url");
        SetupConfirmation.attempt(stripe, intent, method, returnUrl).ifPresent(error -> {
            throw error.refusal().keepingChanges();
        });
        return intent;
    }

    private static void refuse(ObjectNode intent, ObjectNode method) {
        SetupMethod.refusal(intent, method).ifPresent(error -> {
            throw IntentRules.SETUP.refusal(intent, error);
        });
    }

    private static ObjectNode cancel(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        SetupTransition.CANCEL.check(intent);
        intent.put("status", "canceled").putNull("next_action");
        Fields.put(intent, "cancellation_reason", request.text("cancellation_reason"));
        stripe.save(intent);
        stripe.emit("setup_intent.canceled", intent);
        return intent;
    }

    private static ObjectNode verifyMicrodeposits(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        SetupTransition.VERIFY_MICRODEPOSITS.check(intent);
        return SetupConfirmation.answered(stripe, new ChallengePage.Answer(intent, true));
    }
}
