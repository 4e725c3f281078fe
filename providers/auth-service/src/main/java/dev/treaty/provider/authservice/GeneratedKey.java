package dev.treaty.provider.authservice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Generates keys for RS256, of 2048 bits, each under the id that is its thumbprint (RFC 7638). */
final class GeneratedKey {

    private static final int BITS = 2048;

    private GeneratedKey() {}

    /** Takes a second of CPU time. */
    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform generates RSA keys of 2048 bits", e);
        }
    }
}
