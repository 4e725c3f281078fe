package dev.treaty.provider.service.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * An RSA key as a JSON Web Key Set publishes it (RFC 7518, section 6.3.1).
 *
 * @param id its {@code kid}
 * @param modulus its {@code n}, in base64url
 * @param exponent its {@code e}, in base64url
 */
public record PublishedKey(String id, String modulus, String exponent) {

    /** The key for verifying; empty if these values are not a key. */
    Optional<RSAPublicKey> parsed() {
        try {
            return Optional.of(new RSAKey.Builder(new Base64URL(modulus), new Base64URL(exponent))
                    .build()
                    .toRSAPublicKey());
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
