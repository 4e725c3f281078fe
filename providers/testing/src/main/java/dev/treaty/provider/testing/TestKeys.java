package dev.treaty.provider.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * RSA keys for tests. The first two are examples from RFCs, which everybody knows, and need not be generated: that takes a second of CPU time for a
 * key of 2048 bits, and RS256 allows no shorter one (RFC 7518, section 3.3). Further ones are generated once per test JVM.
 */
public final class TestKeys {

    private static final int BITS = 2048;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    /** RFC 7515, appendix A.2. */
    private static final RSAKey OF_RFC_7515 = known(
            "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8"
                    + "cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc",
            "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t"
                    + "62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc");

    /** RFC 7517, appendix C.1. */
    private static final RSAKey OF_RFC_7517 = known(
            "2rnSOV4hKSN8sS4CgcQHFbs08XboFDqKum3sc4h3GRxrTmQdl1ZK9uw-PIHfQP0FkxXVrx-WE-ZEbrqivH_2iCLUS7wAl6XvARt1"
                    + "KkIaUxPPSYB9yk31s0Q8UK96E3_OrADAYtAJs-M3JxCLfNgqh56HDnETTQhH3rCT5T3yJws",
            "1u_RiFDP7LBYh3N4GXLT9OpSKYP0uQZyiaZwBtOCBNJgQxaj10RWjsZu0c6Iedis4S7B_coSKB0Kj9PaPaBzg-IySRvvcQuPamQu"
                    + "66riMhjVtG6TlV8CLCYKrYl52ziqK0E_ym2QnkwsUX7eYTB7LbAHRK9GqocDE5B0f808I4s");

    private static final List<RSAKey> KEYS = new ArrayList<>(List.of(OF_RFC_7515, OF_RFC_7517));

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

    /** The key with these two primes, in Base64url. */
    private static RSAKey known(String prime, String otherPrime) {
        var p = new Base64URL(prime).decodeToBigInteger();
        var q = new Base64URL(otherPrime).decodeToBigInteger();
        var totient = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        var d = EXPONENT.modInverse(totient);
        try {
            return new RSAKey.Builder(Base64URL.encode(p.multiply(q)), Base64URL.encode(EXPONENT))
                    .privateExponent(Base64URL.encode(d))
                    .firstPrimeFactor(Base64URL.encode(p))
                    .secondPrimeFactor(Base64URL.encode(q))
                    .firstFactorCRTExponent(Base64URL.encode(d.mod(p.subtract(BigInteger.ONE))))
                    .secondFactorCRTExponent(Base64URL.encode(d.mod(q.subtract(BigInteger.ONE))))
                    .firstCRTCoefficient(Base64URL.encode(q.modInverse(p)))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
