package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.field.Fields;

/**
 * How a PaymentIntent is to be confirmed.
 *
 * @param offSession whether the cardholder is absent
 * @param errorOnRequiresAction whether to fail instead of asking for 3-D Secure
 * @param returnUrl where the browser goes after 3-D Secure; empty if it is not redirected
 */
public record ConfirmOptions(boolean offSession, boolean errorOnRequiresAction, String returnUrl) {

    /** With the cardholder present. */
    public static final ConfirmOptions ON_SESSION = new ConfirmOptions(false, false, "");

    /** Without the cardholder. */
    public static final ConfirmOptions OFF_SESSION = new ConfirmOptions(true, false, "");

    static ConfirmOptions of(ObjectNode params) {
        var sdk = params.path("use_stripe_sdk").asBoolean();
        var offSession = params.path("off_session");
        return new ConfirmOptions(
                offSession.asBoolean()
                        || offSession.asText().equals("one_off")
                        || offSession.asText().equals("recurring"),
                params.path("error_on_requires_action").asBoolean(),
                sdk ? "" : Fields.text(params, "return_url"));
    }
}
