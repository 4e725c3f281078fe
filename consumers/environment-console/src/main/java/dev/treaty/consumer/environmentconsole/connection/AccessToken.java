package dev.treaty.consumer.environmentconsole.connection;

/**
 * Says who calls (RFC 6750). It is secret: {@link #toString} leaves it out, and no message contains it.
 *
 * @param value as the {@code Authorization} header has it after {@code Bearer}
 */
public record AccessToken(String value) {

    /** Refuses what could not be sent in a header. */
    public AccessToken {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "An access token consists of visible ASCII characters without spaces, but this one does not");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[redacted]";
    }
}
