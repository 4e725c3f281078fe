package dev.treaty.provider.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * RSA keys for tests, generated once per test JVM: a key of 2048 bits takes a second of CPU time, and RS256 allows no shorter one (RFC
 * 7518, section 3.3).
 */
public final class TestKeys {

    private static final int BITS = 2048;
    private static final List<RSAKey> KEYS = new ArrayList<>();

    private TestKeys() {}

    /**
     * A key that signs RS256, the same one in every call with the same number.
     *
     * @param number from 0; keys with different numbers differ
     */
    public static RSAKey key(int number) {
        synchronized (KEYS) {
            while (KEYS.size() <= number) {
                KEYS.add(generated());
            }
            return KEYS.get(number);
        }
    }

    /** The same key under an id of your choice. */
    public static RSAKey key(int number, String id) {
        return new RSAKey.Builder(key(number)).keyID(id).build();
    }

    /** Gives key 0, then key 1 and so on: what a service under test uses instead of a key generator. */
    public static Supplier<RSAKey> inOrder() {
        var next = new AtomicInteger();
        return () -> key(next.getAndIncrement());
    }

    private static RSAKey generated() {
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
