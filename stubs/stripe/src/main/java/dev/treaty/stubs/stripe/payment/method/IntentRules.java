package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.VendorError;
import java.util.List;

/** What Stripe checks of requests about PaymentIntents and SetupIntents alike. */
public enum IntentRules {
    /** Of PaymentIntents. */
    PAYMENT("payment_intent", "PaymentIntent"),
    /** Of SetupIntents. */
    SETUP("setup_intent", "SetupIntent");

    /** "This parameter can only be used with confirm=true." https://docs.stripe.com/api/payment_intents/create */
    private static final List<String> OF_CONFIRMATION =
            List.of("error_on_requires_action", "mandate", "mandate_data", "off_session", "return_url");

    private final String kind;
    private final String title;

    IntentRules(String kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /**
     * Refuses a browser that does not know the intent's secret, and everybody who gives a wrong one.
     *
     * @throws VendorError 400
     */
    public void checkSecret(ObjectNode intent, StripeRequest request) {
        var needed = request.publishable() || request.has("client_secret");
        if (needed && !request.text("client_secret").equals(Fields.text(intent, "client_secret"))) {
            throw StripeError.invalid(
                            "The client_secret provided does not match the client_secret associated with the %s."
                                    .formatted(title))
                    .code(kind + "_invalid_parameter")
                    .param("client_secret")
                    .refusal();
        }
    }

    /**
     * Refuses a confirmation without an address to come back to, if the browser may have to leave.
     *
     * @throws VendorError 400
     */
    public void checkReturnUrl(ObjectNode intent, StripeRequest request) {
        if (AcceptedTypes.mayRedirect(intent)
                && request.text("return_url").isEmpty()
                && !request.flag("use_stripe_sdk")) {
            throw refusal(
                    intent,
                    StripeError.invalid(
                            "This %s is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents."
                                    .formatted(title)));
        }
    }

    /**
     * Refuses what is about a confirmation if the request does not ask for one.
     *
     * @throws VendorError 400
     */
    public void checkWithoutConfirmation(StripeRequest request) {
        for (var param : OF_CONFIRMATION) {
            var given = request.params().path(param);
            if (!given.isMissingNode() && !given.isNull() && !given.asText().equals("false")) {
                throw StripeError.invalid(
                                "The parameter `%s` cannot be passed when creating a %s unless `confirm` is set to true."
                                        .formatted(param, title))
                        .param(param)
                        .refusal();
            }
        }
    }

    /** An error with the intent as it is. */
    public VendorError refusal(ObjectNode intent, StripeError error) {
        return error.with(kind, Fields.shown(intent)).refusal();
    }
}
