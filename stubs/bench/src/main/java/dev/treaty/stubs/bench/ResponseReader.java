package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Reads answers of HTTP/1.1 (RFC 9112) from whatever pieces they arrive in, and compares each body with what it must be. Makes no
 * garbage, so that the load generator has none to collect.
 */
final class ResponseReader {

    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(ISO_8859_1);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(ISO_8859_1);
    private static final byte[] CLOSE = "connection: close".getBytes(ISO_8859_1);

    private enum Awaited {
        STATUS_LINE,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        AFTER_CHUNK,
        TRAILER,
        NOTHING
    }

    private final byte[] line = new byte[8 * 1024];
    private Awaited awaited = Awaited.NOTHING;
    private byte[] expected = new byte[0];
    private int lineLength;
    private int status;
    private long remaining;
    private boolean chunked;
    private boolean closes;
    private int bodyLength;
    private boolean bodyAsExpected;

    /** Begins with the next answer. */
    void expect(byte[] body) {
        awaited = Awaited.STATUS_LINE;
        expected = body;
        lineLength = 0;
        status = 0;
        remaining = -1;
        chunked = false;
        closes = false;
        bodyLength = 0;
        bodyAsExpected = true;
    }

    /**
     * Reads until the answer is complete or the bytes are used up.
     *
     * @return the index after the last byte that was read
     * @throws BrokenAnswer if it is not HTTP, or does not say where its body ends
     */
    int read(byte[] bytes, int from, int to) {
        var at = from;
        while (at < to && awaited != Awaited.NOTHING) {
            at = switch (awaited) {
                case BODY, CHUNK -> body(bytes, at, to);
                default -> line(bytes, at, to);
            };
        }
        return at;
    }

    /** Whether the answer has been read to its end. */
    boolean complete() {
        return awaited == Awaited.NOTHING;
    }

    int status() {
        return status;
    }

    /** Whether the body was, byte for byte, what it must be. */
    boolean bodyAsExpected() {
        return bodyAsExpected && bodyLength == expected.length;
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return closes;
    }

    private int body(byte[] bytes, int from, int to) {
        var length = (int) Math.min(to - from, remaining);
        bodyAsExpected = bodyAsExpected
                && bodyLength + length <= expected.length
                && Arrays.equals(expected, bodyLength, bodyLength + length, bytes, from, from + length);
        bodyLength += length;
        remaining -= length;
        if (remaining == 0) {
            awaited = awaited == Awaited.CHUNK ? Awaited.AFTER_CHUNK : Awaited.NOTHING;
        }
        return from + length;
    }

    private int line(byte[] bytes, int from, int to) {
        for (var at = from; at < to; at++) {
            var next = bytes[at];
            if (next == '\n') {
                lineLength -= lineLength > 0 && line[lineLength - 1] == '\r' ? 1 : 0;
                lineRead();
                lineLength = 0;
                return at + 1;
            }
            if (lineLength == line.length) {
                throw new BrokenResponse("a line of more than %d bytes".formatted(line.length));
            }
            line[lineLength++] = next;
        }
        return to;
    }

    private void lineRead() {
        switch (awaited) {
            case STATUS_LINE -> statusLine();
            case HEADER -> header();
            case CHUNK_SIZE -> chunkSize();
            case AFTER_CHUNK -> awaited = Awaited.CHUNK_SIZE;
            case TRAILER -> awaited = lineLength == 0 ? Awaited.NOTHING : Awaited.TRAILER;
            default -> throw new IllegalStateException("no line is awaited, but " + awaited);
        }
    }

    private void statusLine() {
        if (lineLength < 12 || line[0] != 'H' || line[8] != ' ') {
            throw new BrokenResponse("no status line: " + shownLine());
        }
        status = (int) number(9, 12, 10);
        awaited = Awaited.HEADER;
    }

    private void header() {
        if (lineLength == 0) {
            if (!chunked && remaining < 0) {
                throw new BrokenResponse("neither Content-Length nor chunks, status " + status);
            }
            awaited = chunked ? Awaited.CHUNK_SIZE : remaining == 0 ? Awaited.NOTHING : Awaited.BODY;
        } else if (lineStartsWith(CONTENT_LENGTH)) {
            remaining = number(CONTENT_LENGTH.length, lineLength, 10);
        } else if (lineStartsWith(CHUNKED)) {
            chunked = true;
        } else if (lineStartsWith(CLOSE)) {
            closes = true;
        }
    }

    private void chunkSize() {
        var end = 0;
        while (end < lineLength && line[end] != ';') {
            end++;
        }
        remaining = number(0, end, 16);
        awaited = remaining == 0 ? Awaited.TRAILER : Awaited.CHUNK;
    }

    private boolean lineStartsWith(byte[] lowerCase) {
        if (lineLength < lowerCase.length) {
            return false;
        }
        for (var at = 0; at < lowerCase.length; at++) {
            var letter = line[at];
            if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != lowerCase[at]) {
                return false;
            }
        }
        return true;
    }

    private long number(int from, int to, int radix) {
        var value = 0L;
        var digits = 0;
        for (var at = from; at < to; at++) {
            var digit = Character.digit(line[at], radix);
            if (digit >= 0 && value < Integer.MAX_VALUE) {
                value = value * radix + digit;
                digits++;
            } else if (line[at] != ' ') {
                throw new BrokenResponse("no number: " + shownLine());
            }
        }
        if (digits == 0) {
            throw new BrokenResponse("no number: " + shownLine());
        }
        return value;
    }

    private String shownLine() {
        return new String(line, 0, Math.min(lineLength, 100), ISO_8859_1);
    }
}
