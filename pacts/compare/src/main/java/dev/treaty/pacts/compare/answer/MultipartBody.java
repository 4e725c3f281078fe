package dev.treaty.pacts.compare.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A multipart body (RFC 2046, section 5.1), as far as it is written in the one way of which all readers make the same: with CRLF, without preamble, folded
 * headers, and transfer encodings.
 *
 * @param boundary between the parts
 * @param type the media type with the boundary
 */
record MultipartBody(String boundary, ContentType type, List<Part> parts) {

    private static final String LINE_END = "\r\n";
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=\"?([^\";\\s]+)\"?");
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]+):[ \\t]*([^ \\t\\r\\n][^\\r\\n]*)?");
    private static final Pattern NAME = Pattern.compile(
            "(?i)form-data;(?: ?filename=\"[^\"\\\\]*\";)? ?name=(?:\"([^\"\\\\]+)\"|([\\w.-]+))(?:;.*)?");

    /** Copies the list. */
    MultipartBody {
        parts = List.copyOf(parts);
    }

    /** Reads a body; empty if it is written in another way. */
    static Optional<MultipartBody> read(OptionalBody body) {
        var type = body.getContentType();
        var boundary = BOUNDARY.matcher(type.toString());
        return body.isPresent() && boundary.find()
                ? parts(new String(body.unwrap(), ISO_8859_1), "--" + boundary.group(1))
                        .map(parts -> new MultipartBody(boundary.group(1), type, parts))
                : Optional.empty();
    }

    private static Optional<List<Part>> parts(String text, String delimiter) {
        var end = LINE_END + delimiter + "--";
        var isFramed = text.startsWith(delimiter + LINE_END) && (text.endsWith(end) || text.endsWith(end + LINE_END));
        if (!isFramed) {
            return Optional.empty();
        }
        var inner = text.substring((delimiter + LINE_END).length(), text.lastIndexOf(end));
        var parts = new ArrayList<Part>();
        for (var part : inner.split(Pattern.quote(LINE_END + delimiter + LINE_END), -1)) {
            var read = part.contains(delimiter) ? Optional.<Part>empty() : part(part, parts.size());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            parts.add(read.get());
        }
        return Optional.of(parts);
    }

    private static Optional<Part> part(String text, int position) {
        var end = text.indexOf(LINE_END + LINE_END);
        if (end < 0) {
            return Optional.empty();
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : text.substring(0, end).split(LINE_END, -1)) {
            var header = HEADER.matcher(line);
            if (!header.matches() || headers.put(header.group(1), value(header.group(2))) != null) {
                return Optional.empty();
            }
        }
        return headers.containsKey("Content-Transfer-Encoding")
                ? Optional.empty()
                : name(headers, position)
                        .map(name -> new Part(name, headers, text.substring(end + 2 * LINE_END.length())));
    }

    private static String value(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** By which pact-jvm looks for rules: the name of the parameter, or the position where there is none. */
    private static Optional<String> name(Map<String, String> headers, int position) {
        var disposition = headers.get("Content-Disposition");
        if (disposition == null) {
            return Optional.of("" + position);
        }
        var name = NAME.matcher(disposition);
        return name.matches() ? Optional.of(name.group(1) == null ? name.group(2) : name.group(1)) : Optional.empty();
    }

    /** The same body with another content of one part. */
    OptionalBody with(int position, OptionalBody content) {
        var text = new StringBuilder();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            text.append("--").append(boundary).append(LINE_END);
            part.headers()
                    .forEach((name, value) ->
                            text.append(name).append(": ").append(value).append(LINE_END));
            text.append(LINE_END)
                    .append(i == position ? new String(content.orEmpty(), ISO_8859_1) : part.content())
                    .append(LINE_END);
        }
        text.append("--").append(boundary).append("--").append(LINE_END);
        return OptionalBody.body(text.toString().getBytes(ISO_8859_1), type);
    }

    /**
     * A part.
     *
     * @param name by which rules are found
     * @param headers by name in any case
     * @param content its bytes, each as one character
     */
    record Part(String name, Map<String, String> headers, String content) {

        /** Copies the headers. */
        Part {
            var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(headers);
            headers = sorted;
        }

        /** Of a part that does not say it, RFC 2046 does. */
        ContentType type() {
            return new ContentType(headers.getOrDefault("Content-Type", "text/plain"));
        }

        OptionalBody body() {
            return OptionalBody.body(content.getBytes(ISO_8859_1), type());
        }
    }
}
