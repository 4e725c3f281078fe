package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.authentication.ChallengePage;
import dev.treaty.stubs.stripe.payment.authentication.NextAction;
import dev.treaty.stubs.stripe.payment.authentication.ThreeDSecure;
import dev.treaty.stubs.stripe.payment.card.Decline;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.charge.ChargeAttempt;
import dev.treaty.stubs.stripe.payment.charge.ChargeTerms;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Tries to take the money of a PaymentIntent. */
public final class IntentConfirmation {

    /** What releases reserved money that nobody captured. */
    static final String EXPIRE = "payment_intent.expire";

    /** What tells whether a direct debit has been paid. */
    static final String SETTLE = "payment_intent.settle";

    static final String KIND = "payment_intent";

    private static final String STATUS = "status";
    private static final String METHOD = "payment_method";
    private static final String CHARGE = "charge";

    /** Payment methods whose money takes days; here, seconds. */
    private static final Set<String> DELAYED =
            Set.of("acss_debit", "au_becs_debit", "bacs_debit", "sepa_debit", "us_bank_account", "nz_bank_account");

    private static final Duration DELAY = Duration.ofSeconds(3);

    private static final String FAILED_AUTHENTICATION =
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt"
                    + " to fulfill this PaymentIntent again.";

    private IntentConfirmation() {}

    /**
     * Tries to pay with a PaymentMethod, and keeps what comes of it.
     *
     * @param intent changed accordingly
     * @return the error if it is refused; empty if it is paid, reserved, on its way, or waits for the cardholder
     */
    public static Optional<StripeError> attempt(
            StripeContext stripe, ObjectNode intent, ObjectNode method, ConfirmOptions options) {
        var authenticated = intent.path("_authenticated").equals(method.path("id"));
        intent.set(METHOD, method.path("id"));
        var card = PaymentMethodOwner.card(method);
        if (card.isEmpty()) {
            return attemptWithoutCard(stripe, intent, method, options);
        }
        if (authenticated) {
            return charge(stripe, intent, method, ThreeDSecure.authenticated());
        }
        var requested = isRequested(intent);
        var authentication = card.get().authentication();
        return authentication.isRequired(options.offSession(), PaymentMethodOwner.isSetUp(method), requested)
                ? challenge(stripe, intent, method, options)
                : charge(stripe, intent, method, ThreeDSecure.withoutChallenge(authentication, requested));
    }

    private static boolean isRequested(ObjectNode intent) {
        return Set.of("any", "challenge")
                .contains(Fields.text(intent.path("payment_method_options").path("card"), "request_three_d_secure"));
    }

    private static Optional<StripeError> attemptWithoutCard(
            StripeContext stripe, ObjectNode intent, ObjectNode method, ConfirmOptions options) {
        if (!DELAYED.contains(Fields.text(method, "type"))) {
            return challenge(stripe, intent, method, options);
        }
        attach(stripe, intent, method);
        var charge = ChargeAttempt.begin(
                stripe, ChargeTerms.of(intent, method, intent.path("amount").asLong(), true));
        PaymentMethodOwner.used(stripe, method);
        intent.put(STATUS, "processing").put("latest_charge", Fields.text(charge, "id"));
        intent.putNull("next_action").putNull("last_payment_error");
        stripe.save(intent);
        stripe.emit("payment_intent.processing", intent);
        var outcome = Fields.text(method, "_outcome");
        if (!outcome.equals("processing")) {
            stripe.schedule(
                    stripe.instant().plus(DELAY),
                    SETTLE,
                    Json.object().put("id", Fields.text(intent, "id")).put("outcome", outcome));
        }
        return Optional.empty();
    }

    private static Optional<StripeError> challenge(
            StripeContext stripe, ObjectNode intent, ObjectNode method, ConfirmOptions options) {
        if (options.offSession()) {
            var terms = terms(intent, method, NullNode.getInstance());
            return Optional.of(decline(stripe, terms, Decline.of("authentication_required")));
        }
        if (options.errorOnRequiresAction()) {
            return Optional.of(refuse(stripe, intent, method, Decline.of("authentication_not_handled"), ""));
        }
        intent.put(STATUS, "requires_action");
        intent.set("next_action", NextAction.of(stripe, ChallengePage.path(KIND), intent, options.returnUrl()));
        intent.putNull("last_payment_error");
        stripe.save(intent);
        stripe.emit("payment_intent.requires_action", intent);
        return Optional.empty();
    }

    /** Goes on when the cardholder has answered; returns the intent as it is afterwards. */
    static ObjectNode answered(StripeContext stripe, ChallengePage.Answer answer) {
        var intent = answer.intent();
        var method = stripe.load(METHOD, Fields.text(intent, METHOD), METHOD);
        if (!answer.completed()) {
            var error = StripeError.invalid(FAILED_AUTHENTICATION).code("payment_intent_authentication_failure");
            fail(stripe, intent, method, error, "");
        } else if (Fields.text(intent, "confirmation_method").equals("manual")) {
            intent.set("_authenticated", method.path("id"));
            intent.put(STATUS, "requires_confirmation").putNull("next_action");
            stripe.save(intent);
        } else {
            charge(stripe, intent, method, ThreeDSecure.authenticated());
        }
        return intent;
    }

    private static Optional<StripeError> charge(
            StripeContext stripe, ObjectNode intent, ObjectNode method, JsonNode threeDSecure) {
        var card = PaymentMethodOwner.card(method);
        var terms = terms(intent, method, card.isEmpty() ? NullNode.getInstance() : threeDSecure);
        intent.remove("_authenticated");
        var decline = card.flatMap(TestCard::decline);
        if (decline.isPresent()) {
            return Optional.of(decline(stripe, terms, decline.get()));
        }
        attach(stripe, intent, method);
        var charge = ChargeAttempt.succeed(stripe, terms);
        PaymentMethodOwner.used(stripe, method);
        intent.put("latest_charge", Fields.text(charge, "id"));
        intent.putNull("next_action").putNull("last_payment_error");
        if (terms.captured()) {
            succeed(stripe, intent, terms.amount());
        } else {
            reserve(stripe, intent);
        }
        return Optional.empty();
    }

    private static ChargeTerms terms(ObjectNode intent, ObjectNode method, JsonNode threeDSecure) {
        var amount = intent.path("amount").asLong();
        return new ChargeTerms(intent, method, amount, !IntentDraft.isManual(intent), threeDSecure);
    }

    private static StripeError decline(StripeContext stripe, ChargeTerms terms, Decline decline) {
        var charge = ChargeAttempt.decline(stripe, terms, decline);
        return refuse(stripe, terms.order(), terms.method(), decline, Fields.text(charge, "id"));
    }

    private static void attach(StripeContext stripe, ObjectNode intent, ObjectNode method) {
        var usage = Fields.text(intent, "setup_future_usage");
        var customer = Fields.text(intent, "customer");
        if (!usage.isEmpty() && !customer.isEmpty()) {
            PaymentMethodOwner.attach(stripe, method, customer);
            if (usage.equals("off_session")) {
                PaymentMethodOwner.setUp(stripe, method);
            }
        }
    }

    private static void reserve(StripeContext stripe, ObjectNode intent) {
        intent.put(STATUS, "requires_capture").set("amount_capturable", intent.path("amount"));
        stripe.save(intent);
        stripe.emit("payment_intent.amount_capturable_updated", intent);
        stripe.schedule(
                stripe.instant().plus(ChargeAttempt.AUTHORIZATION),
                EXPIRE,
                Json.object().put("id", Fields.text(intent, "id")));
    }

    /** The money is there. */
    static void succeed(StripeContext stripe, ObjectNode intent, long received) {
        intent.put(STATUS, "succeeded").put("amount_received", received).put("amount_capturable", 0);
        stripe.save(intent);
        stripe.emit("payment_intent.succeeded", intent);
    }

    /** A direct debit is paid, or not. */
    static void settle(StripeContext stripe, ObjectNode data) {
        var intent = stripe.load(KIND, Fields.text(data, "id"));
        if (!Fields.text(intent, STATUS).equals("processing")) {
            return;
        }
        var charge = stripe.load(CHARGE, Fields.text(intent, "latest_charge"));
        var outcome = Fields.text(data, "outcome");
        if (outcome.isEmpty() || outcome.equals("success")) {
            ChargeAttempt.complete(stripe, charge);
            succeed(stripe, intent, intent.path("amount").asLong());
            return;
        }
        var message = "The customer's bank account could not be debited: %s.".formatted(outcome.replace('_', ' '));
        ChargeAttempt.abandon(stripe, charge, outcome, message);
        var method = stripe.load(METHOD, Fields.text(intent, METHOD), METHOD);
        fail(stripe, intent, method, StripeError.invalid(message).code(outcome), Fields.text(charge, "id"));
    }

    private static StripeError refuse(
            StripeContext stripe, ObjectNode intent, ObjectNode method, Decline decline, String charge) {
        return fail(stripe, intent, method, PaymentMethodOwner.error(decline), charge);
    }

    private static StripeError fail(
            StripeContext stripe, ObjectNode intent, ObjectNode method, StripeError error, String charge) {
        if (!charge.isEmpty()) {
            error.with(CHARGE, charge);
            intent.put("latest_charge", charge);
        }
        error.with(METHOD, Fields.shown(method)).with("payment_method_type", Fields.text(method, "type"));
        intent.put(STATUS, "requires_payment_method").set("last_payment_error", error.toJson());
        intent.putNull(METHOD).putNull("next_action");
        stripe.save(intent);
        stripe.emit("payment_intent.payment_failed", intent);
        return error.with(KIND, Fields.shown(intent));
    }
}
