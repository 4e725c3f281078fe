package dev.treaty.stubs.http.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * The credentials of an account of a replay, which has a world of its own.
 *
 * @param name the account or user; empty if the secret alone identifies it
 * @param secret the API key, auth token or password
 * @param authorization the value of the header {@code Authorization} with them
 */
public record ReplayAccount(String name, String secret, String authorization) {

    /** An account that is identified by an API key (RFC 6750). */
    public static ReplayAccount ofKey(String key) {
        return new ReplayAccount("", key, "Bearer " + key);
    }

    /** An account with a password (RFC 7617). */
    public static ReplayAccount ofPassword(String name, String password) {
        var credentials = (name + ":" + password).getBytes(UTF_8);
        return new ReplayAccount(name, password, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name.isEmpty() ? "an account" : "account " + name;
    }
}
