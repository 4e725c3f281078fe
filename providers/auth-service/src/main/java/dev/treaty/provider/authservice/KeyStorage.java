package dev.treaty.provider.authservice;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.provider.service.CannotStart;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * How private keys stand in the database: encrypted, when there is a secret to do it with (RFC 7517, section 7; AES-256 in GCM),
 * and otherwise as they are, so that whoever reads the database can sign.
 *
 * <p>Keys that were stored before there was a secret are read as they are and not encrypted afterwards: whoever has read them
 * has them. They go when their turn is over ({@link SigningKeys#TERM}).
 */
final class KeyStorage {

    private static final String CONTENT = "jwk+json";

    private final @Nullable SecretKey secret;

    /** @param secret of 256 bits, for AES; empty to store keys as they are */
    KeyStorage(Optional<SecretKey> secret) {
        this.secret = secret.orElse(null);
    }

    /** What goes into the database. */
    String written(RSAKey key) {
        if (secret == null) {
            return key.toJSONString();
        }
        var encrypted = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                        .contentType(CONTENT)
                        .build(),
                new Payload(key.toJSONString()));
        try {
            encrypted.encrypt(new DirectEncrypter(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform encrypts with AES-256 in GCM", e);
        }
        return encrypted.serialize();
    }

    /**
     * What came out of it.
     *
     * @throws CannotStart if it is encrypted, and there is no secret or another one
     */
    RSAKey read(String stored) {
        try {
            return RSAKey.parse(stored.startsWith("{") ? stored : decrypted(stored));
        } catch (ParseException e) {
            // Not its message and not as a cause: both may quote the private key.
            throw new IllegalStateException("a signing key in the database is no RSA key in JWK form");
        }
    }

    private String decrypted(String stored) throws ParseException {
        if (secret == null) {
            throw unreadable("is not set");
        }
        var encrypted = JWEObject.parse(stored);
        try {
            encrypted.decrypt(new DirectDecrypter(secret));
        } catch (JOSEException e) {
            throw unreadable("is another secret");
        }
        return encrypted.getPayload().toString();
    }

    private static CannotStart unreadable(String why) {
        return new CannotStart(
                "The signing keys in the database are encrypted, and cannot be read.",
                "%s, which %s".formatted(AuthSettings.SIGNING_KEYS_SECRET.name(), why),
                "set it to the secret that the keys were encrypted with; if it is lost, empty the table signing_key:"
                        + " who is signed in signs in again");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "KeyStorage[%s]".formatted(secret == null ? "as they are" : "encrypted");
    }
}
