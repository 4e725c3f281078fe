package dev.treaty.stubs.http.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * How keys of a kind sign.
 *
 * @param signature the JDK's name of it
 */
record KeyAlgorithm(String signature) {

    private static final byte[] ANYTHING = "signed to see whether two keys belong together".getBytes(UTF_8);

    /** @throws IllegalArgumentException if the server cannot use keys of this kind */
    static KeyAlgorithm of(Key key) {
        return new KeyAlgorithm(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
                    default -> throw new IllegalArgumentException(key.getAlgorithm());
                });
    }

    /** Whether they are the two halves of one key. */
    static boolean belongTogether(PrivateKey secret, PublicKey known) {
        try {
            var algorithm = of(secret);
            var signing = Signature.getInstance(algorithm.signature);
            signing.initSign(secret);
            signing.update(ANYTHING);
            var verifying = Signature.getInstance(algorithm.signature);
            verifying.initVerify(known);
            verifying.update(ANYTHING);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // keys of different kinds
        }
    }
}
