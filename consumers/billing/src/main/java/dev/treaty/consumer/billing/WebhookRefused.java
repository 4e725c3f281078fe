package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A webhook does not prove that Stripe sent it, and just now: the signature is missing, wrong or old. Answer it with 400. */
public final class WebhookRefused extends TreatyException {

    WebhookRefused(String reason, @Nullable Throwable cause) {
        super(
                "A webhook is not proven to be Stripe's: %s.".formatted(reason),
                "the header Stripe-Signature",
                "compare the signing secret with the endpoint's in the Stripe dashboard, and this machine's clock; if both are right, somebody else sent it",
                cause);
    }
}
