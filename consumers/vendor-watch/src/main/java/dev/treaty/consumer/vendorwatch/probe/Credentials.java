package dev.treaty.consumer.vendorwatch.probe;

/**
 * Who asks. {@code toString} shows no key.
 *
 * @param user empty if the vendor only wants a key
 */
public record Credentials(String user, String key) {

    @Override
    public String toString() {
        return user.isEmpty() ? "a key" : user + " with a key";
    }
}
