package dev.treaty.stubs.sendgrid.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How SendGrid signs what its event webhook sends: ECDSA on P-256 with SHA-256, over the time and the bytes of the body.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">SendGrid,
 *     event webhook security features</a>
 */
public final class EventSignature {

    /** The public key of all signatures: X.509, base64, as SendGrid shows it. */
    public static final String PUBLIC_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESKIC402I0nqzDeX8t2KcBMgBV0cKkjMX/PYYuMq+FAqPyktTbFI3oHEzSqZHcp4zyKQ3kmvdrDQ84ffW74mFbw==";

    /** The private key is its digest: everybody may know it, because it signs what a stub server sends. */
    private static final String KEY = "treaty-stub-sendgrid-webhook";

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static final PrivateKey PRIVATE_KEY = privateKey();

    private EventSignature() {}

    private static PrivateKey privateKey() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var curve = parameters.getParameterSpec(ECParameterSpec.class);
            var digest = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
            var number = new BigInteger(1, digest).mod(curve.getOrder());
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    /**
     * The headers that sign a body.
     *
     * @param seconds since 1970
     */
    public static Map<String, String> headers(long seconds, byte[] body) {
        var timestamp = String.valueOf(seconds);
        var headers = new LinkedHashMap<String, String>();
        headers.put(SIGNATURE, sign(timestamp, body));
        headers.put(TIMESTAMP, timestamp);
        return headers;
    }

    private static String sign(String timestamp, byte[] body) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(PRIVATE_KEY);
            signature.update(timestamp.getBytes(UTF_8));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA256withECDSA", e);
        }
    }
}
