package dev.treaty.provider.environmentcloner.pseudonyms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) with the secret of one clone. Not for use by several threads. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** So that no domain and value can be taken for another domain and value. */
    private static final byte END_OF_DOMAIN = 0;

    /** The words of the domains, as they are hashed. */
    private static final Map<Domain, byte[]> DOMAINS = new EnumMap<>(Domain.class);

    static {
        for (var domain : Domain.values()) {
            DOMAINS.put(domain, domain.word().getBytes(UTF_8));
        }
    }

    private final Mac mac;

    KeyedHash(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** 32 bytes that nobody without the secret can compute, or trace back to the value. */
    HashBits of(Domain domain, String value) {
        mac.update(DOMAINS.get(domain));
        mac.update(END_OF_DOMAIN);
        return new HashBits(mac.doFinal(value.getBytes(UTF_8)));
    }
}
