package dev.treaty.provider.authservice;

import dev.treaty.provider.authservice.accounts.HashingCost;
import dev.treaty.provider.authservice.keys.KeyStorage;
import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.http.TrustedProxies;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * How auth-service is configured.
 *
 * @param proxies those that are believed about the client's address, above all the gateway
 * @param keyStorage how private keys are stored in the database
 * @param hashingCost of new password hashes
 */
public record AuthSettings(TrustedProxies proxies, KeyStorage keyStorage, HashingCost hashingCost) {

    private static final EnvironmentVariable ARGON2_MEMORY_KIB = new EnvironmentVariable(
            "ARGON2_MEMORY_KIB",
            String.valueOf(HashingCost.OWASP.memoryKib()),
            "47104",
            "The memory that hashing one password takes, in KiB. The default is the minimum that OWASP recommends.");
    private static final EnvironmentVariable ARGON2_PASSES = new EnvironmentVariable(
            "ARGON2_PASSES",
            String.valueOf(HashingCost.OWASP.passes()),
            "3",
            "The number of passes over that memory. The default is the minimum that OWASP recommends.");

    /** What {@code --help} prints, and every environment variable that is read. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            "auth-service",
            "Registers people, signs them in, and issues the access tokens that the other services accept.",
            8081,
            List.of(
                    ServiceDescription.DATABASE_URL,
                    ServiceDescription.TRUSTED_PROXIES,
                    KeyStorage.SIGNING_KEYS_SECRET,
                    ARGON2_MEMORY_KIB,
                    ARGON2_PASSES));

    private static final int SECRET_BYTES = 32;

    /** The defaults: for a service on the same machine as its gateway. */
    public static AuthSettings defaults() {
        return new AuthSettings(TrustedProxies.ofThisMachine(), new KeyStorage(Optional.empty()), HashingCost.OWASP);
    }

    /**
     * Reads the environment.
     *
     * @throws dev.treaty.provider.service.CannotStart if a variable is set to something unusable
     */
    static AuthSettings of(ServiceEnvironment environment) {
        return new AuthSettings(
                environment
                        .text(ServiceDescription.TRUSTED_PROXIES)
                        .map(TrustedProxies::of)
                        .orElseGet(TrustedProxies::ofThisMachine),
                new KeyStorage(
                        environment.text(KeyStorage.SIGNING_KEYS_SECRET).map(secret -> secret(environment, secret))),
                new HashingCost(
                        Math.toIntExact(environment.number(ARGON2_MEMORY_KIB, HashingCost.OWASP.memoryKib())),
                        Math.toIntExact(environment.number(ARGON2_PASSES, HashingCost.OWASP.passes()))));
    }

    private static SecretKey secret(ServiceEnvironment environment, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw environment.wrong(KeyStorage.SIGNING_KEYS_SECRET, "is not Base64");
        }
        if (bytes.length != SECRET_BYTES) {
            throw environment.wrong(KeyStorage.SIGNING_KEYS_SECRET, "is not %d bytes long".formatted(SECRET_BYTES));
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
