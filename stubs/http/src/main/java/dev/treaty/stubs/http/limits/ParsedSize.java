package dev.treaty.stubs.http.limits;

import java.util.Locale;
import java.util.regex.Pattern;

/** How much memory a body takes once it is parsed and compared, estimated without parsing it. */
public final class ParsedSize {

    /** A shorter body is not worth the count: as many as there are threads fit into what is left for garbage. */
    public static final int NEGLIGIBLE = 8 << 10;

    /** Bytes for each byte of text: as a string, as characters, and as a value in a tree. */
    private static final int TEXT = 5;

    /** Bytes for each value, whatever its length: its node, its name, its place in a list or map. */
    private static final int VALUE = 160;

    /** Media types whose bodies are compared as bytes. */
    private static final Pattern OPAQUE =
            Pattern.compile("\\s*(image|audio|video|font)/(?!svg).*|\\s*application/(octet-stream|pdf|zip|gzip)\\b.*");

    private ParsedSize() {}

    /**
     * Bytes, without those of the body itself.
     *
     * @param contentType of the request; empty if it has none
     */
    public static long of(byte[] body, String contentType) {
        if (body.length <= NEGLIGIBLE) {
            return 0;
        }
        return OPAQUE.matcher(contentType.toLowerCase(Locale.ROOT)).matches()
                ? body.length
                : (long) body.length * TEXT + (long) values(body) * VALUE;
    }

    /** Members and elements of JSON, elements of XML, fields of a form. */
    private static int values(byte[] body) {
        var values = 0;
        for (var letter : body) {
            if (letter == ',' || letter == '[' || letter == '{' || letter == '<' || letter == '&') {
                values++;
            }
        }
        return values;
    }
}
