package dev.treaty.consumer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Percent-encoding (RFC 3986, section 2.1) of a path segment, or of a name or value in a query. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** Encodes everything but letters, digits, and {@code - . _ *}; a space becomes {@code %20}. */
    public static String encode(String text) {
        // Every server decodes %20 as a space, but not every server decodes a plus sign as one.
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
