package dev.treaty.stubs.matching.bodies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form, as the library reads them that pact-jvm asks. Every form is read for the index and for its comparison, so forms of
 * nothing but ASCII, as SDKs send them, are read here in a third of the time; the library reads whatever is not that plain.
 */
public final class FormFields {

    /** Charsets in which ASCII is written as such. */
    private static final Set<Charset> LIKE_ASCII = Set.of(UTF_8, ISO_8859_1, US_ASCII);

    /** What means itself in a name or value. The library skips blanks, and a semicolon separates fields. */
    private static final String PLAIN = "-._~*@:/,$!'()[]{}|^<>?#=";

    private final String form;
    private final Map<String, List<String>> values = new HashMap<>();

    private FormFields(String form) {
        this.form = form;
    }

    /** The values by name, in their order; that of a field without an equals sign is empty. */
    public static Map<String, List<String>> of(String form, Charset charset) {
        var fields = new FormFields(form);
        return LIKE_ASCII.contains(charset) && fields.readPlain() ? fields.values : readByLibrary(form, charset);
    }

    static Map<String, List<String>> readByLibrary(String form, Charset charset) {
        var values = new HashMap<String, List<String>>();
        for (var field : WWWFormCodec.parse(form, charset)) {
            var value = field.getValue();
            values.computeIfAbsent(field.getName(), name -> new ArrayList<>(1)).add(value == null ? "" : value);
        }
        return values;
    }

    /** Whether the form is plain; otherwise not all of it was read. */
    private boolean readPlain() {
        for (var start = 0; start < form.length(); ) {
            var end = form.indexOf('&', start);
            end = end < 0 ? form.length() : end;
            if (!readField(start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private boolean readField(int start, int end) {
        var equals = form.indexOf('=', start);
        equals = equals < 0 || equals > end ? end : equals;
        var name = decoded(start, equals);
        var value = decoded(Math.min(equals + 1, end), end);
        if (name == null || name.isEmpty() || value == null) {
            return false;
        }
        values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
        return true;
    }

    /** Null if it is not plain. */
    private @Nullable String decoded(int start, int end) {
        var text = new StringBuilder(end - start);
        for (var i = start; i < end; i++) {
            var c = form.charAt(i);
            if (isPlain(c)) {
                text.append(c);
            } else if (c == '+') {
                text.append(' ');
            } else if (c == '%' && isAsciiCode(i, end)) {
                text.append((char) HexFormat.fromHexDigits(form, i + 1, i + 3));
                i += 2;
            } else {
                return null;
            }
        }
        return text.toString();
    }

    private boolean isAsciiCode(int percent, int end) {
        return percent + 2 < end
                && form.charAt(percent + 1) >= '0'
                && form.charAt(percent + 1) <= '7'
                && HexFormat.isHexDigit(form.charAt(percent + 2));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || PLAIN.indexOf(c) >= 0;
    }
}
