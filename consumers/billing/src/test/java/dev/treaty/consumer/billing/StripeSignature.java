package dev.treaty.consumer.billing;

import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** The header with which Stripe proves that a webhook is its own. */
final class StripeSignature {

    static final String HEADER = "Stripe-Signature";
    static final String SECRET = "whsec_test";

    /** One signature, or more while a secret is being changed ({@code v1}) and in test mode ({@code v0}). */
    static final String REGEX = "t=\\d+,v1=[0-9a-f]{64}(,v[01]=[0-9a-f]{64})*";

    private StripeSignature() {}

    static String of(String payload, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(payload, SECRET, at.getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
