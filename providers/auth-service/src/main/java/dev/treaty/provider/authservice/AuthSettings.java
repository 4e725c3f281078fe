package dev.treaty.provider.authservice;

import dev.treaty.provider.service.Environment;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.TrustedProxies;
import dev.treaty.provider.service.Variable;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the service needs to know of its surroundings.
 *
 * @param proxies whose word is taken on who calls: the gateway's, above all
 * @param keyStorage how private keys are stored in the database
 * @param hashingCost of new password hashes
 */
record AuthSettings(TrustedProxies proxies, KeyStorage keyStorage, HashingCost hashingCost) {

    static final Variable SIGNING_KEYS_SECRET = new Variable(
            "SIGNING_KEYS_SECRET",
            "none, and the keys stand in the database as they are",
            "$(openssl rand -base64 32)",
            "The private keys that sign access tokens are kept in the database; this encrypts new ones there: 32 random bytes"
                    + " in Base64.");

    private static final Variable ARGON2_MEMORY_KIB = new Variable(
            "ARGON2_MEMORY_KIB",
            String.valueOf(HashingCost.OWASP.memoryKib()),
            "47104",
            "The memory that hashing one password takes, in KiB. The default is the minimum that OWASP recommends.");
    private static final Variable ARGON2_PASSES = new Variable(
            "ARGON2_PASSES",
            String.valueOf(HashingCost.OWASP.passes()),
            "3",
            "The number of passes over that memory. The default is the minimum that OWASP recommends.");

    /** What the command line prints, and all that is read of the environment. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            AuthService.NAME,
            "Registers people, signs them in, and signs the tokens that the other services trust.",
            8081,
            List.of(
                    ServiceDescription.DATABASE_URL,
                    ServiceDescription.TRUSTED_PROXIES,
                    SIGNING_KEYS_SECRET,
                    ARGON2_MEMORY_KIB,
                    ARGON2_PASSES));

    private static final int SECRET_BYTES = 32;

    /** For a service beside its gateway, whose data nobody else reads. */
    static AuthSettings usual() {
        return new AuthSettings(TrustedProxies.ofThisMachine(), new KeyStorage(Optional.empty()), HashingCost.OWASP);
    }

    /** What environment variables say. */
    static AuthSettings of(Environment environment) {
        return new AuthSettings(
                environment
                        .text(ServiceDescription.TRUSTED_PROXIES)
                        .map(TrustedProxies::of)
                        .orElseGet(TrustedProxies::ofThisMachine),
                new KeyStorage(environment.text(SIGNING_KEYS_SECRET).map(secret -> secret(environment, secret))),
                new HashingCost(
                        Math.toIntExact(environment.number(ARGON2_MEMORY_KIB, HashingCost.OWASP.memoryKib())),
                        Math.toIntExact(environment.number(ARGON2_PASSES, HashingCost.OWASP.passes()))));
    }

    private static SecretKey secret(Environment environment, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw environment.wrong(SIGNING_KEYS_SECRET, "is no Base64");
        }
        if (bytes.length != SECRET_BYTES) {
            throw environment.wrong(SIGNING_KEYS_SECRET, "does not have %d bytes".formatted(SECRET_BYTES));
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
