package dev.treaty.stubs.matching.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text beyond ASCII in the header {@value RequestedState#HEADER}. Clients send it in several ways, because HTTP has none that works
 * everywhere (RFC 9110, section 5.5): as UTF-8, as ISO-8859-1, as an extended value ({@code UTF-8''Gr%C3%BC%C3%9Fe}, RFC 8187), or
 * percent-encoded, which is all that a browser's {@code fetch} and Java's HTTP client can do.
 */
final class StateHeader {

    /** RFC 8187, section 3.2.1; the language in the middle is ignored. */
    private static final Pattern EXTENDED = Pattern.compile("(?i)(utf-8|iso-8859-1)'[^']*'(\\S*)");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** What JavaScript's {@code encodeURIComponent} leaves, and other languages' likes. */
    private static final Pattern WHOLLY_ENCODED = Pattern.compile("[A-Za-z0-9\\-_.!~*'()%]*");

    private StateHeader() {}

    /** @param value with one character for each byte that was sent */
    static String decode(String value) {
        var extended = EXTENDED.matcher(value.strip());
        if (extended.matches()) {
            var charset = Charset.forName(extended.group(1));
            return unescaped(extended.group(2), charset).orElse(value);
        }
        var text = isLatin(value) ? decoded(value.getBytes(ISO_8859_1), UTF_8).orElse(value) : value;
        return unescaped(text, UTF_8)
                .filter(plain -> WHOLLY_ENCODED.matcher(text).matches() || !isAscii(plain))
                .orElse(text);
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(letter -> letter <= 0xFF);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter <= 0x7F);
    }

    /** Empty if nothing is escaped, or not as it must be. */
    private static Optional<String> unescaped(String text, Charset charset) {
        var percents = text.chars().filter(letter -> letter == '%').count();
        if (percents == 0 || percents != ESCAPE.matcher(text).results().count()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(charset));
            }
        }
        return decoded(bytes.toByteArray(), charset);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
