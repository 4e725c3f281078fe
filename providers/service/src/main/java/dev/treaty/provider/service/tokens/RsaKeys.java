package dev.treaty.provider.service.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Generates RSA keys that sign access tokens. */
public final class RsaKeys {

    private static final int BITS = 2048;

    private RsaKeys() {}

    /**
     * A new key of 2048 bits for RS256; its id is its thumbprint (RFC 7638). Generating it takes up to a second of CPU time, so tests pass
     * something cheaper to a service.
     */
    public static RSAKey generate() {
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
