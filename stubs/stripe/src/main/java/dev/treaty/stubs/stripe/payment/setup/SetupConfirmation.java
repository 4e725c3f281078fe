package dev.treaty.stubs.stripe.payment.setup;

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
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.field.MethodDetails;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;
import java.util.Set;

/** Tries to set up the PaymentMethod of a SetupIntent. */
public final class SetupConfirmation {

    static final String KIND = "setup_intent";

    private static final String STATUS = "status";
    private static final String METHOD = "payment_method";

    /** Payment methods whose customer goes to another site to agree. */
    private static final Set<String> WITHOUT_REDIRECT = Set.of(
            "acss_debit", "au_becs_debit", "bacs_debit", "sepa_debit", "us_bank_account", "nz_bank_account", "link");

    private static final String FAILED_AUTHENTICATION =
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt"
                    + " to fulfill this SetupIntent again.";

    private SetupConfirmation() {}

    /**
     * Tries it, and keeps what comes of it.
     *
     * @param returnUrl where the browser goes after 3-D Secure; empty if it is not redirected
     * @return the error if it is refused
     */
    public static Optional<StripeError> attempt(
            StripeContext stripe, ObjectNode intent, ObjectNode method, String returnUrl) {
        intent.set(METHOD, method.path("id"));
        if (asksTheCustomer(intent, method)) {
            SetupAttempt.of(stripe, intent, method, "requires_action");
            intent.put(STATUS, "requires_action")
                    .set("next_action", NextAction.of(stripe, ChallengePage.path(KIND), intent, returnUrl));
            intent.putNull("last_setup_error");
            stripe.save(intent);
            stripe.emit("setup_intent.requires_action", intent);
            return Optional.empty();
        }
        SetupAttempt.of(stripe, intent, method, "processing");
        return finish(stripe, intent, method, NullNode.getInstance());
    }

    private static boolean asksTheCustomer(ObjectNode intent, ObjectNode method) {
        var requested = Set.of("any", "challenge")
                .contains(Fields.text(intent.path("payment_method_options").path("card"), "request_three_d_secure"));
        return PaymentMethodOwner.card(method)
                .map(card -> card.authentication().isRequired(false, PaymentMethodOwner.isSetUp(method), requested))
                .orElse(!WITHOUT_REDIRECT.contains(Fields.text(method, "type")));
    }

    /** Goes on when the cardholder has answered; returns the intent as it is afterwards. */
    static ObjectNode answered(StripeContext stripe, ChallengePage.Answer answer) {
        var intent = answer.intent();
        var method = stripe.load(METHOD, Fields.text(intent, METHOD), METHOD);
        if (answer.completed()) {
            finish(stripe, intent, method, ThreeDSecure.authenticated());
        } else {
            fail(
                    stripe,
                    intent,
                    method,
                    StripeError.invalid(FAILED_AUTHENTICATION).code("setup_intent_authentication_failure"));
        }
        return intent;
    }

    private static Optional<StripeError> finish(
            StripeContext stripe, ObjectNode intent, ObjectNode method, JsonNode threeDSecure) {
        var decline = PaymentMethodOwner.card(method).flatMap(SetupConfirmation::decline);
        if (decline.isPresent()) {
            return Optional.of(fail(stripe, intent, method, PaymentMethodOwner.error(decline.get())));
        }
        var customer = Fields.text(intent, "customer");
        if (!customer.isEmpty()) {
            PaymentMethodOwner.attach(stripe, method, customer);
            PaymentMethodOwner.setUp(stripe, method);
        }
        PaymentMethodOwner.used(stripe, method);
        agree(stripe, intent, method);
        var details = PaymentMethodOwner.card(method).isPresent() ? threeDSecure : NullNode.getInstance();
        SetupAttempt.finish(stripe, intent, "succeeded", details, NullNode.getInstance());
        intent.put(STATUS, "succeeded");
        intent.putNull("next_action").putNull("last_setup_error");
        stripe.save(intent);
        stripe.emit("setup_intent.succeeded", intent);
        return Optional.empty();
    }

    /** Cards that decline when they are attached decline here as well; the others only when they pay. */
    private static Optional<Decline> decline(TestCard card) {
        return card.attachmentDecline();
    }

    /** Direct debits need the customer's mandate. */
    private static void agree(StripeContext stripe, ObjectNode intent, ObjectNode method) {
        var type = Fields.text(method, "type");
        var details = MethodDetails.of("mandate", type, Json.object());
        if (details.isEmpty() || type.equals("card") || type.equals("link")) {
            return;
        }
        var mandate = stripe.draft("mandate", Json.object());
        mandate.put(METHOD, Fields.text(method, "id")).put(STATUS, "active").put("type", "multi_use");
        mandate.putObject("multi_use");
        mandate.putObject("customer_acceptance")
                .put("accepted_at", stripe.now())
                .put("type", "online")
                .putObject("online")
                .putNull("ip_address")
                .putNull("user_agent");
        var shown = details.get();
        if (shown.has("reference")) {
            shown.set("reference", mandate.path("id"));
        }
        if (shown.has("url")) {
            shown.put("url", stripe.pageUrl("/mandates"));
        }
        mandate.putObject("payment_method_details").put("type", type).set(type, shown);
        stripe.save(mandate);
        intent.set("mandate", mandate.path("id"));
    }

    private static StripeError fail(StripeContext stripe, ObjectNode intent, ObjectNode method, StripeError error) {
        error.with(METHOD, Fields.shown(method));
        SetupAttempt.finish(stripe, intent, "failed", NullNode.getInstance(), error.toJson());
        intent.put(STATUS, "requires_payment_method").set("last_setup_error", error.toJson());
        intent.putNull(METHOD).putNull("next_action");
        stripe.save(intent);
        stripe.emit("setup_intent.setup_failed", intent);
        return error.with(KIND, Fields.shown(intent));
    }
}
