package dev.treaty.stubs.samsara.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code X-Samsara-Signature}: {@code v1=} and the hexadecimal HMAC-SHA256 of {@code v1:<timestamp>:<raw body>}. The key is
 * what the webhook's secret stands for, which is Base64.
 *
 * @see <a href="https://developers.samsara.com/docs/webhooks">Samsara, webhooks</a>
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /**
     * A signature with the secret of a webhook.
     *
     * @param secretKey in Base64
     */
    public WebhookSignature(String secretKey) {
        key = Base64.getDecoder().decode(secretKey);
    }

    /**
     * The header's value for a request.
     *
     * @param timestamp the value of {@code X-Samsara-Timestamp}
     */
    public String of(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(("v1:" + timestamp + ":").getBytes(UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
