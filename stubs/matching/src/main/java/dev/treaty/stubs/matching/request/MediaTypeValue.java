package dev.treaty.stubs.matching.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The value of a header that names a media type with parameters, such as {@code text/plain; charset="utf-8"} (RFC 9110, sections 5.6.6 and 8.3.1).
 * pact-jvm splits it at every semicolon and equals sign, whether quoted or not, and fails on an empty parameter.
 */
public final class MediaTypeValue {

    private final String value;
    private int next;

    private MediaTypeValue(String value) {
        this.value = value;
    }

    /** Whether pact-jvm compares a header by its media type and parameters. */
    public static boolean isOf(String header) {
        return header.equalsIgnoreCase("Content-Type") || header.equalsIgnoreCase("Accept");
    }

    /**
     * The same value in the form in which pact-jvm compares it right: names of parameters in lower case, no quotes, no empty parameter, and
     * what would separate parameters percent-encoded.
     */
    public static String comparable(String value) {
        return value.indexOf(';') < 0 ? value : new MediaTypeValue(value).comparable();
    }

    /** The same value without empty parameters, e.g. the one after {@code text/plain;}; what names no type stays as it is. */
    static String withoutEmptyParameters(String value) {
        var type = value.indexOf(';');
        return type < 0 || value.substring(0, type).isBlank()
                ? value
                : String.join(";", new MediaTypeValue(value).parts());
    }

    private String comparable() {
        var parts = parts();
        var text = new StringBuilder(parts.get(0).strip());
        for (var part : parts.subList(1, parts.size())) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            text.append(';')
                    .append(name.strip().toLowerCase(Locale.ROOT))
                    .append('=')
                    .append(escaped(unquoted(
                            equals < 0 ? "" : part.substring(equals + 1).strip())));
        }
        return text.toString();
    }

    /** What is between semicolons outside of quotes; the type, and each parameter that is not empty. */
    private List<String> parts() {
        var parts = new ArrayList<String>();
        while (next <= value.length()) {
            var part = part();
            if (parts.isEmpty() || !part.isBlank()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private String part() {
        var start = next;
        var quoted = false;
        while (next < value.length() && (quoted || value.charAt(next) != ';')) {
            if (value.charAt(next) == '"') {
                quoted = !quoted;
            } else if (quoted && value.charAt(next) == '\\') {
                next++;
            }
            next++;
        }
        var part = value.substring(start, Math.min(next, value.length()));
        next++;
        return part;
    }

    private static String unquoted(String text) {
        var isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace(";", "%3B").replace("=", "%3D");
    }
}
