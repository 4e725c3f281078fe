package dev.treaty.provider.authservice;

/** A password's Argon2id hash with its parameters and salt, {@code $argon2id$v=19$…}; never shown. */
record PasswordHash(String text) {

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
