package dev.treaty.stubs.stripe.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of the {@code Stripe-Signature} header: {@code t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "t.payload">}.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe, verify webhook signatures manually</a>
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;
    private final Clock clock;

    /**
     * A signature with a secret.
     *
     * @param clock whose time is signed
     */
    public WebhookSignature(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** The header's value for a payload. */
    public String of(byte[] payload) {
        var time = String.valueOf(clock.instant().getEpochSecond());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
