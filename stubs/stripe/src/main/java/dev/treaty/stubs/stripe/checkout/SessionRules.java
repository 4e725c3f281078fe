package dev.treaty.stubs.stripe.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import dev.treaty.stubs.vendor.VendorError;
import java.time.Duration;

/**
 * Which parameters of a Checkout Session go together.
 *
 * @see <a href="https://docs.stripe.com/api/checkout/sessions/create">Stripe, create a Checkout Session</a>
 */
final class SessionRules {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Parameters of one mode only. */
    private static final String[][] OF_MODE = {
        {"subscription_data", "subscription"},
        {"payment_intent_data", "payment"},
        {"setup_intent_data", "setup"},
        {"customer_creation", "payment setup"},
        {"submit_type", "payment subscription"},
        {"invoice_creation", "payment"},
        {"line_items", "payment subscription"},
        {"discounts", "payment subscription"},
        {"shipping_options", "payment"}
    };

    private SessionRules() {}

    static void check(StripeContext stripe, StripeRequest request) {
        var mode = request.text("mode");
        if (mode.isEmpty()) {
            throw StripeError.missing("mode").refusal();
        }
        for (var row : OF_MODE) {
            if (request.has(row[0]) && !row[1].contains(mode)) {
                throw StripeError.invalid("You can not pass `%s` in `%s` mode.".formatted(row[0], mode))
                        .param(row[0])
                        .refusal();
            }
        }
        if (!mode.equals("setup") && !request.params().path("line_items").isArray()) {
            throw StripeError.missing("line_items").refusal();
        }
        exclusive(request, "customer", "customer_email");
        exclusive(request, "allow_promotion_codes", "discounts");
        exclusive(request, "customer", "customer_creation");
        if (mode.equals("setup") && !request.has("currency") && !request.has("payment_method_types")) {
            throw StripeError.missing("currency").refusal();
        }
        urls(request);
        expiry(stripe, request);
        trial(stripe, request);
    }

    /** Refuses a payment of less than Stripe charges; nothing at all may be paid, though. */
    static void checkTotal(ObjectNode session) {
        var total = session.path("amount_total").asLong();
        var currency = ChargeCurrency.of(session.path("currency").asText());
        if (session.path("mode").asText().equals("payment") && total > 0 && total < currency.minimum()) {
            throw StripeError.invalid("The Checkout Session's total amount due must add up to at least %s %s"
                            .formatted(currency.text(currency.minimum()), currency.code()))
                    .code("amount_too_small")
                    .refusal();
        }
    }

    private static void exclusive(StripeRequest request, String one, String other) {
        if (request.has(one) && request.has(other)) {
            throw StripeError.invalid("You may only specify one of these parameters: %s, %s.".formatted(one, other))
                    .param(one)
                    .refusal();
        }
    }

    private static void urls(StripeRequest request) {
        var mode = uiMode(request);
        if (mode.equals("hosted_page")) {
            if (request.text("success_url").isEmpty()) {
                throw StripeError.missing("success_url").refusal();
            }
            checkUrl(request, "success_url");
            checkUrl(request, "cancel_url");
            return;
        }
        for (var name : new String[] {"success_url", "cancel_url"}) {
            if (request.has(name)) {
                throw StripeError.invalid("`%s` can not be used with `ui_mode: %s`.".formatted(name, mode))
                        .param(name)
                        .refusal();
            }
        }
        if (mode.equals("embedded_page")
                && request.text("return_url").isEmpty()
                && !request.text("redirect_on_completion").equals("never")) {
            throw StripeError.missing("return_url").refusal();
        }
    }

    private static void checkUrl(StripeRequest request, String name) {
        var url = request.text(name);
        if (!url.isEmpty() && !url.matches("[A-Za-z][A-Za-z0-9+.-]*://.+")) {
            throw StripeError.invalid("Not a valid URL")
                    .code("url_invalid")
                    .param(name)
                    .refusal();
        }
    }

    static String uiMode(StripeRequest request) {
        return switch (request.text("ui_mode")) {
            case "", "hosted" -> "hosted_page";
            case "embedded" -> "embedded_page";
            case "custom" -> "elements";
            default -> request.text("ui_mode");
        };
    }

    private static void expiry(StripeContext stripe, StripeRequest request) {
        if (!request.has("expires_at")) {
            return;
        }
        var seconds = request.number("expires_at") - stripe.now();
        // Clients compute the limits with clocks of their own.
        if (seconds < SHORTEST.toSeconds() - 5) {
            throw expiry("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (seconds > LONGEST.toSeconds() + 5) {
            throw expiry("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
    }

    private static VendorError expiry(String message) {
        return StripeError.invalid(message).param("expires_at").refusal();
    }

    private static void trial(StripeContext stripe, StripeRequest request) {
        var data = request.params().path("subscription_data");
        if (data.has("trial_period_days") && data.path("trial_period_days").asLong() < 1) {
            throw StripeError.invalid("This value must be greater than or equal to 1.")
                    .code("parameter_invalid_integer")
                    .param("subscription_data[trial_period_days]")
                    .refusal();
        }
        if (data.has("trial_end")
                && data.path("trial_end").asLong()
                        < stripe.now() + Duration.ofDays(2).toSeconds()) {
            throw StripeError.invalid("The `trial_end` date has to be at least 2 days in the future.")
                    .param("subscription_data[trial_end]")
                    .refusal();
        }
    }
}
