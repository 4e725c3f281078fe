package dev.treaty.consumer.webapp;

/**
 * What a user signs in with.
 *
 * @param email e.g. {@code "ada@example.com"}
 * @param password secret; {@link #toString} leaves it out
 */
public record Credentials(String email, String password) {

    @Override
    public String toString() {
        return "Credentials[email=" + email + ", password=redacted]";
    }
}
