package dev.treaty.stubs.airtable.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of the header {@code X-Airtable-Content-MAC}: {@code hmac-sha256=} and the HMAC of the body in hex.
 *
 * @see <a href="https://airtable.com/developers/web/api/webhooks-overview">Airtable, webhooks</a>
 */
public final class MacSignature {

    /** The header. */
    public static final String HEADER = "X-Airtable-Content-MAC";

    private static final String ALGORITHM = "HmacSHA256";

    private MacSignature() {}

    /**
     * The signature of a body.
     *
     * @param secretBase64 as the webhook's creator got it
     */
    public static String of(String secretBase64, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secretBase64), ALGORITHM));
            return "hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    static String of(String secretBase64, String body) {
        return of(secretBase64, body.getBytes(UTF_8));
    }
}
