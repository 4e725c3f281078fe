package dev.treaty.consumer.customersync;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.ErrorMessage;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that signs the pings of a webhook. {@code toString} does not show it.
 *
 * @see <a href="https://airtable.com/developers/web/api/webhooks-overview">Airtable, webhooks</a>
 */
public final class WebhookSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "hmac-sha256=";

    private final String base64;

    /**
     * The secret as Airtable shows it.
     *
     * @throws IllegalArgumentException if it is not Base64, or empty; the message does not show it
     */
    public WebhookSecret(String base64) {
        if (!isBase64(base64)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "The secret of a webhook is not Base64 (it is not shown).",
                            "the place where the webhook's secret is kept",
                            "keep macSecretBase64 as Airtable sent it when the webhook was created")
                    .toString());
        }
        this.base64 = base64;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As it was given, to keep it in a safe place. */
    public String reveal() {
        return base64;
    }

    /** Whether a body was signed with this secret; takes the same time whatever is wrong. */
    boolean hasSigned(byte[] body, String signature) {
        return MessageDigest.isEqual(signature(body).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    /** The value of the header {@code X-Airtable-Content-MAC} for a body. */
    String signature(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), ALGORITHM));
            return SCHEME + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
