package dev.treaty.consumer.customermail.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.ErrorMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public key of a webhook's signatures: ECDSA with SHA-256, over the timestamp and the bytes of the body.
 *
 * <p>The SDK's {@code EventWebhook} does the same, but needs BouncyCastle as a security provider of the whole process.
 */
public final class WebhookKey {

    private final PublicKey key;

    private WebhookKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param base64 X.509 (RFC 5280, SubjectPublicKeyInfo), as SendGrid shows it
     * @throws IllegalArgumentException if it is something else
     */
    public static WebhookKey of(String base64) {
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip()));
            return new WebhookKey(KeyFactory.getInstance("EC").generatePublic(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    new ErrorMessage(
                                    "A text is not the public key of an event webhook.",
                                    "WebhookKey.of",
                                    "copy the verification key from https://app.sendgrid.com/settings/mail_settings, or ask"
                                            + " WebhookSettings for it")
                            .toString(),
                    e);
        }
    }

    boolean hasSigned(String timestamp, byte[] body, String signature) {
        try {
            var verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(key);
            verification.update(timestamp.getBytes(UTF_8));
            verification.update(body);
            return verification.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false; // neither is a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA256withECDSA", e);
        }
    }
}
