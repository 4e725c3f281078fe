package dev.treaty.provider.environmentcloner.anonymise;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Values in PostgreSQL's text format of COPY: tabs between them, a line feed at the end of a row, {@code \N} for NULL, and backslashes before what
 * would be mistaken for those (PostgreSQL's documentation, "COPY", "Text Format").
 */
public final class CopyText {

    static final byte SEPARATOR = '\t';
    static final byte END_OF_ROW = '\n';
    static final byte ESCAPE = '\\';

    /** The characters that have a letter of their own, and the letters. */
    private static final String ESCAPED = "\b\f\n\r\t\u000b\\";

    private static final String LETTERS = "bfnrtv\\";

    private CopyText() {}

    /** Whether the bytes are NULL. */
    static boolean isNull(byte[] row, int from, int to) {
        return to - from == 2 && row[from] == ESCAPE && row[from + 1] == 'N';
    }

    /** The text that the bytes stand for. */
    static String read(byte[] row, int from, int to) {
        var escape = indexOf(ESCAPE, row, from, to);
        if (escape < 0) {
            return new String(row, from, to - from, UTF_8);
        }
        var bytes = new byte[to - from];
        var length = 0;
        for (var i = from; i < to; i++) {
            var isEscaped = row[i] == ESCAPE && i + 1 < to;
            bytes[length++] = isEscaped ? unescaped(row[++i]) : row[i];
        }
        return new String(bytes, 0, length, UTF_8);
    }

    private static byte unescaped(byte letter) {
        var index = LETTERS.indexOf(letter);
        return index < 0 ? letter : (byte) ESCAPED.charAt(index);
    }

    /** The bytes that stand for a text; most have nothing to be escaped. What is escaped is ASCII, which no other character of UTF-8 contains. */
    static byte[] write(String text) {
        var bytes = text.getBytes(UTF_8);
        var escapes = 0;
        for (var each : bytes) {
            escapes += isEscaped(each) ? 1 : 0;
        }
        return escapes == 0 ? bytes : escaped(bytes, bytes.length + escapes);
    }

    /** Bytes of characters that are not ASCII are negative. */
    private static boolean isEscaped(byte each) {
        return each == ESCAPE || (each >= 0 && each < ' ' && ESCAPED.indexOf(each) >= 0);
    }

    private static byte[] escaped(byte[] bytes, int length) {
        var escaped = new byte[length];
        var end = 0;
        for (var each : bytes) {
            if (isEscaped(each)) {
                escaped[end++] = ESCAPE;
                escaped[end++] = (byte) LETTERS.charAt(ESCAPED.indexOf(each));
            } else {
                escaped[end++] = each;
            }
        }
        return escaped;
    }

    /** Where a byte is, or -1. */
    static int indexOf(byte wanted, byte[] row, int from, int to) {
        for (var i = from; i < to; i++) {
            if (row[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
