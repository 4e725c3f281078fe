package dev.treaty.provider.authservice.keys;

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
import dev.treaty.provider.service.EnvironmentVariable;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * How private keys are stored in the database: encrypted if there is a secret to encrypt them with (RFC 7517, section 7; AES-256 in GCM),
 * otherwise in plain text, so that anyone who can read the database can sign tokens.
 *
 * <p>Plain-text keys from before there was a secret stay readable and are not encrypted later: whoever has read them already has them. They
 * disappear when their term is over ({@code SigningKeys.TERM}).
 */
public final class KeyStorage {

    /** Sets the secret. */
    public static final EnvironmentVariable SIGNING_KEYS_SECRET = new EnvironmentVariable(
            "SIGNING_KEYS_SECRET",
            "none, and the keys are stored in plain text",
            "$(openssl rand -base64 32)",
            "Encrypts the private keys that sign access tokens, which are kept in the database: 32 random bytes in Base64.");

    private static final String CONTENT = "jwk+json";

    private final @Nullable SecretKey secret;

    /** @param secret of 256 bits, for AES; empty to store keys in plain text */
    public KeyStorage(Optional<SecretKey> secret) {
        this.secret = secret.orElse(null);
    }

    /** The form in which a key is stored. */
    String encode(RSAKey key) {
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
     * Reads a stored key.
     *
     * @throws CannotStart if it is encrypted, and the secret is missing or a different one
     */
    RSAKey decode(String stored) {
        try {
            return RSAKey.parse(stored.startsWith("{") ? stored : decrypted(stored));
        } catch (ParseException e) {
            // Neither its message nor the exception as a cause: both may quote the private key.
            throw new IllegalStateException("a signing key in the database is not an RSA key in JWK form");
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
            throw unreadable("is a different secret");
        }
        return encrypted.getPayload().toString();
    }

    private static CannotStart unreadable(String why) {
        return new CannotStart(
                "The signing keys in the database are encrypted and cannot be read.",
                "%s, which %s".formatted(SIGNING_KEYS_SECRET.name(), why),
                "set it to the secret that the keys were encrypted with; if that is lost, empty the table signing_key:"
                        + " everyone will have to sign in again");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "KeyStorage[%s]".formatted(secret == null ? "plain text" : "encrypted");
    }
}
