package dev.treaty.stubs.stripe.payment.authentication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;

/**
 * The field {@code next_action} of an intent that waits for its cardholder.
 *
 * @see <a href="https://docs.stripe.com/payments/3d-secure/authentication-flow">Stripe, authenticate with 3D Secure</a>
 */
public final class NextAction {

    private static final String ATTEMPT = "payatt_";
    private static final int ATTEMPT_LENGTH = 24;

    private NextAction() {}

    /**
     * Leads the browser to the page: as a redirect if it can come back to {@code returnUrl}, otherwise by Stripe.js.
     *
     * @param page the path of the page, e.g. {@code "/3ds/payment_intents/"}
     * @param returnUrl empty if the browser is not to be redirected
     */
    public static ObjectNode of(StripeContext stripe, String page, ObjectNode intent, String returnUrl) {
        var url = stripe.pageUrl(page + Fields.text(intent, "id"));
        var action = Json.object();
        if (returnUrl.isEmpty()) {
            action.put("type", "use_stripe_sdk")
                    .putObject("use_stripe_sdk")
                    .put("source", ATTEMPT + Ids.random(ATTEMPT_LENGTH))
                    .put("stripe_js", url)
                    .put("type", "three_d_secure_redirect");
        } else {
            action.put("type", "redirect_to_url")
                    .putObject("redirect_to_url")
                    .put("return_url", returnUrl)
                    .put("url", url);
        }
        return action;
    }
}
