package dev.treaty.stubs.http.response;

import java.util.EnumSet;
import java.util.Set;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * Adds header fields in the spelling that a contract or a mapping gives them. Jetty writes the names that it knows in its own, such as
 * {@code ETag} for {@code ETAG}; to HTTP that is the same (RFC 9110, section 5.1), to a client that compares texts it is not.
 */
public final class SpelledHeaders {

    /** How the bytes are framed is Jetty's business, so it must know these when it sees them. */
    private static final Set<HttpHeader> FRAMING =
            EnumSet.of(HttpHeader.CONTENT_LENGTH, HttpHeader.TRANSFER_ENCODING, HttpHeader.CONNECTION);

    private SpelledHeaders() {}

    /** Adds a field, or replaces it if it is the media type, of which there is only one. */
    public static void add(Response response, String name, String value) {
        var known = HttpHeader.CACHE.get(name);
        var isUsual = known != null && known.asString().equals(name);
        if (known == HttpHeader.CONTENT_TYPE && !isUsual) {
            response.getHttpFields().put(new HttpField(null, name, value));
        } else if (known == HttpHeader.CONTENT_TYPE || FRAMING.contains(known)) {
            response.addHeader(name, value);
        } else {
            // given what the name is, Jetty does not look it up again
            response.getHttpFields().add(new HttpField(isUsual ? known : null, name, value));
        }
    }
}
