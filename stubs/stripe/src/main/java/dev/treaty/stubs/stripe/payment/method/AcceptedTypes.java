package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.surface.Surface;
import java.util.List;

/**
 * The types of payment methods that an intent takes: those that the request names, or those of the account's settings, which are cards
 * and Link here.
 */
public final class AcceptedTypes {

    /** As requests name them in endive and later. */
    private static final String ALLOWED = "allowed_payment_method_types";

    /** As requests name them before endive, and intents always. */
    private static final String TYPES = "payment_method_types";

    private static final String AUTOMATIC = "automatic_payment_methods";

    /** Says of an intent that nobody chose its payment methods. */
    private static final String BY_DEFAULT = "_methods_by_default";

    private AcceptedTypes() {}

    /** Sets the types of a new intent. */
    public static void set(ObjectNode intent, ObjectNode params) {
        var automatic = params.path(AUTOMATIC);
        if (isGiven(params)) {
            update(intent, params);
        } else if (automatic.has("enabled") && !automatic.path("enabled").asBoolean()) {
            intent.putArray(TYPES).add("card");
        } else {
            var redirects = Fields.text(automatic, "allow_redirects");
            intent.put(BY_DEFAULT, !params.has(AUTOMATIC));
            intent.putArray(TYPES).add("card").add("link");
            intent.putObject(AUTOMATIC)
                    .put("allow_redirects", redirects.isEmpty() ? "always" : redirects)
                    .put("enabled", true);
        }
    }

    private static boolean isGiven(ObjectNode params) {
        return !params.path(TYPES).isEmpty() || !params.path(ALLOWED).isEmpty();
    }

    /** Changes the types of an intent if the request names some. */
    public static void update(ObjectNode intent, ObjectNode params) {
        for (var name : List.of(TYPES, ALLOWED)) {
            if (!params.path(name).isEmpty()) {
                intent.set(TYPES, params.path(name).deepCopy());
                intent.set(name, params.path(name).deepCopy());
                intent.putNull(AUTOMATIC);
            }
        }
    }

    /**
     * Whether one of the payment methods may lead the browser to another site, so that it needs an address to come back to. An intent
     * that says nothing about its methods is taken to be for cards; with Stripe, that depends on the account's settings.
     */
    public static boolean mayRedirect(ObjectNode intent) {
        var automatic = intent.path(AUTOMATIC);
        return automatic.path("enabled").asBoolean()
                && Fields.text(automatic, "allow_redirects").equals("always")
                && !intent.path(BY_DEFAULT).asBoolean();
    }

    /** Whether an intent takes a type. */
    public static boolean accepts(ObjectNode intent, String type) {
        for (var accepted : intent.path(TYPES)) {
            if (accepted.asText().equals(type)) {
                return true;
            }
        }
        return intent.path(AUTOMATIC).path("enabled").asBoolean();
    }

    /**
     * Refuses parameters that exclude each other, and types that Stripe does not have.
     *
     * @param kind {@code "payment_intent"} or {@code "setup_intent"}
     */
    public static void check(ObjectNode params, String kind) {
        for (var other : List.of(TYPES, "confirmation_method")) {
            if (params.has(AUTOMATIC) && params.has(other)) {
                throw StripeError.invalid(
                                "You may only specify one of these parameters: %s, %s.".formatted(AUTOMATIC, other))
                        .refusal();
            }
        }
        for (var type : params.path(TYPES)) {
            if (!exists(type.asText())) {
                throw StripeError.invalid(
                                "The payment method type \"%s\" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use. See https://stripe.com/docs/payments/payment-methods/integration-options for supported payment method, currency, and country options."
                                        .formatted(type.asText()))
                        .code(kind + "_invalid_parameter")
                        .param(TYPES)
                        .refusal();
            }
        }
    }

    /**
     * Refuses types that cannot be paid with in the currency of the parameters.
     *
     * @param kind as above
     */
    public static void checkCurrency(ObjectNode params, String kind) {
        for (var types : List.of(TYPES, ALLOWED)) {
            MethodCurrencies.check(params.path(types), params.path("currency").asText(), kind + "_invalid_parameter");
        }
    }

    private static boolean exists(String type) {
        return Surface.get()
                .object("payment_method")
                .flatMap(method -> method.field("type"))
                .filter(field -> field.values().contains(type))
                .isPresent();
    }
}
