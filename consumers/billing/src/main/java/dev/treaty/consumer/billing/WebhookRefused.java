package dev.treaty.consumer.billing;

import org.jspecify.annotations.Nullable;

/** A webhook does not prove that Stripe sent it, and just now: the signature is missing, wrong or old. Answer it with 400. */
public final class WebhookRefused extends RuntimeException {

    WebhookRefused(String reason, @Nullable Throwable cause) {
        super("""
                A webhook is not proven to be Stripe's: %s.
                  where: the header Stripe-Signature
                  fix:   compare the signing secret with the endpoint's in the Stripe dashboard, and this machine's clock; if both are right, somebody else sent it""".formatted(reason), cause);
    }
}
