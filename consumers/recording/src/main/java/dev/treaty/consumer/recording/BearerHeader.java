package dev.treaty.consumer.recording;

/** The {@code Authorization} header of a caller that has a token (RFC 6750, section 2.1). */
public final class BearerHeader {

    /** Matches {@code Bearer} and any JWT; use with {@link #header} as the example. */
    public static final String REGEX = "Bearer " + Examples.JWT_REGEX;

    private BearerHeader() {}

    /** The header's value for a token, e.g. {@code "Bearer eyJ…"}. */
    public static String header(String token) {
        return "Bearer " + token;
    }
}
