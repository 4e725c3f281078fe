package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A webhook does not prove that Stripe has just sent it: the signature is missing, wrong or old. Respond with 400. */
public final class WebhookRefused extends TreatyException {

    WebhookRefused(String reason, @Nullable Throwable cause) {
        super(
                "A webhook is not proven to come from Stripe: %s.".formatted(reason),
                "the header Stripe-Signature",
                "compare the signing secret with the endpoint's in the Stripe dashboard, and this machine's clock; if both are right, somebody else sent it",
                cause);
    }
}
