package dev.treaty.consumer.fleettracking.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code X-Samsara-Signature}: {@code v1=} and the hexadecimal HMAC-SHA256 of {@code v1:<timestamp>:<raw body>}, where the
 * timestamp is the header {@code X-Samsara-Timestamp} as it is.
 *
 * @see <a href="https://developers.samsara.com/docs/webhooks">Samsara, webhooks</a>
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** Whether a signature is right; takes as long however many of its characters are. */
    static boolean matches(WebhookSecret secret, String timestamp, byte[] body, String signature) {
        return MessageDigest.isEqual(of(secret, timestamp, body).getBytes(US_ASCII), signature.getBytes(UTF_8));
    }

    static String of(WebhookSecret secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update(("v1:" + timestamp + ":").getBytes(UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
