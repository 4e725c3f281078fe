package dev.treaty.provider.authservice.accounts;

/** A password's Argon2id hash with its parameters and salt, {@code $argon2id$v=19$…}; never shown. */
public record PasswordHash(String text) {

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
