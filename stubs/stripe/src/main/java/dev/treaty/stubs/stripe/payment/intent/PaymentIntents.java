package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
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
import dev.treaty.stubs.stripe.payment.money.AmountCheck;
import java.util.Optional;

/**
 * PaymentIntents.
 *
 * @see <a href="https://docs.stripe.com/api/payment_intents">Stripe, PaymentIntents</a>
 */
public final class PaymentIntents implements StripeFeature {

    private static final String KIND = IntentConfirmation.KIND;
    private static final String METHOD = "payment_method";

    /** What can be changed only before the money is taken. */
    private static final String[] BEFORE_PAYMENT = {
        "amount",
        "currency",
        "customer",
        METHOD,
        "payment_method_data",
        "payment_method_types",
        "allowed_payment_method_types",
        "payment_method_options",
        "setup_future_usage",
        "capture_method"
    };

    private final ChallengePage page = new ChallengePage(KIND, IntentConfirmation::answered);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .on("POST /v1/payment_intents", PaymentIntents::create)
                .on("GET /v1/payment_intents/{id}", PaymentIntents::retrieve)
                .on("POST /v1/payment_intents/{id}", PaymentIntents::update)
                .on("POST /v1/payment_intents/{id}/confirm", PaymentIntents::confirm)
                .on("POST /v1/payment_intents/{id}/capture", IntentCapture::capture)
                .on("POST /v1/payment_intents/{id}/cancel", IntentCancellation::cancel)
                .on("POST /v1/payment_intents/{id}/increment_authorization", IntentCapture::increment)
                .on("POST /v1/payment_intents/{id}/verify_microdeposits", PaymentIntents::verifyMicrodeposits)
                .on("POST /v1/payment_intents/{id}/apply_customer_balance", PaymentIntents::applyCustomerBalance)
                .due(IntentConfirmation.EXPIRE, IntentCancellation::expire)
                .due(IntentConfirmation.SETTLE, IntentConfirmation::settle);
        page.register(routes);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest asked) {
        var request = ConfirmationTokens.apply(stripe, asked);
        var params = request.params().deepCopy();
        var currency = AmountCheck.currency(params);
        params.put("currency", currency.code()).put("amount", AmountCheck.amount(params, currency));
        IntentDraft.check(params);
        if (!request.text("customer").isEmpty()) {
            stripe.load("customer", request.text("customer"), "customer");
        }
        var method = GivenMethod.of(stripe, request).or(() -> defaultSource(stripe, request));
        method.ifPresent(given -> params.put(METHOD, Fields.text(given, "id")));
        var intent = IntentDraft.of(stripe, params);
        method.flatMap(given -> IntentMethod.refusal(intent, given).or(() -> IntentMethod.refusalOfType(intent, given)))
                .ifPresent(error -> {
                    throw error.refusal();
                });
        if (request.flag("confirm")) {
            checkReturnUrl(intent, request);
        } else {
            IntentRules.PAYMENT.checkWithoutConfirmation(asked);
        }
        stripe.save(intent);
        stripe.emit("payment_intent.created", intent);
        return request.flag("confirm") ? attempt(stripe, intent, request, method) : intent;
    }

    /** A payment that is confirmed at once falls back on the card that its customer had before there were payment methods. */
    private static Optional<ObjectNode> defaultSource(StripeContext stripe, StripeRequest request) {
        return request.flag("confirm")
                ? stripe.find("customer", request.text("customer"))
                        .flatMap(customer -> stripe.find(METHOD, Fields.text(customer, "default_source")))
                : Optional.empty();
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentRules.PAYMENT.checkSecret(intent, request);
        return intent;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        for (var field : BEFORE_PAYMENT) {
            if (request.has(field)) {
                IntentTransition.checkUpdate(before, field);
            }
        }
        var params = request.params().deepCopy();
        var intent = before.deepCopy();
        if (params.has("amount") || params.has("currency")) {
            params.put("currency", params.path("currency").asText(Fields.text(before, "currency")));
            var currency = AmountCheck.currency(params);
            params.put("currency", currency.code());
            if (params.has("amount")) {
                AmountCheck.amount(params, currency);
            }
        }
        IntentDraft.check(params);
        if (!request.text("customer").isEmpty()) {
            stripe.load("customer", request.text("customer"), "customer");
        }
        Fields.take(
                intent,
                params,
                "amount",
                "amount_details",
                "application_fee_amount",
                "capture_method",
                "currency",
                "customer",
                "description",
                "metadata",
                "payment_details",
                "payment_method_options",
                "receipt_email",
                "setup_future_usage",
                "shipping",
                "statement_descriptor",
                "statement_descriptor_suffix",
                "transfer_data",
                "transfer_group");
        AcceptedTypes.update(intent, params);
        GivenMethod.of(stripe, request).ifPresent(method -> setMethod(intent, method));
        return stripe.update(before, intent);
    }

    private static void setMethod(ObjectNode intent, ObjectNode method) {
        IntentMethod.refusal(intent, method).ifPresent(error -> {
            throw IntentRules.PAYMENT.refusal(intent, error);
        });
        intent.put(METHOD, Fields.text(method, "id")).put("status", "requires_confirmation");
        intent.putNull("next_action");
    }

    private static ObjectNode confirm(StripeContext stripe, StripeRequest asked) {
        var request = ConfirmationTokens.apply(stripe, asked);
        var intent = stripe.load(KIND, request.id());
        IntentRules.PAYMENT.checkSecret(intent, request);
        if (request.has(METHOD) && Fields.text(intent, "status").equals("canceled")) {
            IntentTransition.checkUpdate(intent, METHOD);
        }
        IntentTransition.CONFIRM.check(intent);
        IntentDraft.check(request.params());
        Fields.take(
                intent,
                request.params(),
                "capture_method",
                "payment_method_options",
                "receipt_email",
                "setup_future_usage",
                "shipping");
        AcceptedTypes.update(intent, request.params());
        checkReturnUrl(intent, request);
        return attempt(stripe, intent, request, GivenMethod.of(stripe, request));
    }

    private static ObjectNode attempt(
            StripeContext stripe, ObjectNode intent, StripeRequest request, Optional<ObjectNode> given) {
        var method = IntentMethod.of(stripe, intent, given);
        ConfirmationTokens.used(stripe, request, intent);
        IntentMethod.refusal(intent, method)
                .or(() -> IntentMethod.refusalOfType(intent, method))
                .ifPresent(error -> {
                    throw IntentRules.PAYMENT.refusal(intent, error);
                });
        if (Fields.has(intent, "statement_descriptor")
                && Fields.text(method, "type").equals("card")) {
            throw IntentRules.PAYMENT.refusal(
                    intent,
                    StripeError.invalid(
                                    "The `statement_descriptor` parameter is not supported for the payment method type `card`. Please use `statement_descriptor_suffix` instead.")
                            .code("payment_intent_invalid_parameter")
                            .param("statement_descriptor"));
        }
        IntentConfirmation.attempt(stripe, intent, method, ConfirmOptions.of(request.params()))
                .ifPresent(error -> {
                    throw error.refusal().keepingChanges();
                });
        return intent;
    }

    private static void checkReturnUrl(ObjectNode intent, StripeRequest request) {
        var options = ConfirmOptions.of(request.params());
        if (!options.offSession() && !options.errorOnRequiresAction()) {
            IntentRules.PAYMENT.checkReturnUrl(intent, request);
        }
    }

    private static ObjectNode verifyMicrodeposits(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentTransition.VERIFY_MICRODEPOSITS.check(intent);
        return IntentConfirmation.answered(stripe, new ChallengePage.Answer(intent, true));
    }

    private static ObjectNode applyCustomerBalance(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentTransition.APPLY_CUSTOMER_BALANCE.check(intent);
        return intent;
    }
}
