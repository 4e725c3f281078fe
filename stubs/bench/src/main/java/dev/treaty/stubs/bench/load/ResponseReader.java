package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ProtocolException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 responses (RFC 9112), however they are split, and compares each body with the expected one. Allocates nothing per
 * response, so that the load generator never pauses to collect garbage.
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

    private static final byte[] ID = "\"id\"".getBytes(ISO_8859_1);

    private final byte[] line = new byte[8 * 1024];
    private final byte[] beginning = new byte[4 * 1024];
    private Awaited awaited = Awaited.NOTHING;
    private byte[] expected = new byte[0];
    private int lineLength;
    private int status;
    private long remaining;
    private boolean chunked;
    private boolean closes;
    private int bodyLength;
    private boolean bodyAsExpected;

    /** Starts reading the next response. */
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
     * Reads until the response is complete or the bytes are used up.
     *
     * @return the index after the last byte that was read
     * @throws ProtocolException if it is not valid HTTP, or does not say where its body ends
     */
    int read(byte[] bytes, int from, int to) throws ProtocolException {
        var at = from;
        while (at < to && awaited != Awaited.NOTHING) {
            at = switch (awaited) {
                case BODY, CHUNK -> body(bytes, at, to);
                default -> line(bytes, at, to);
            };
        }
        return at;
    }

    /** Whether the response has been read to its end. */
    boolean complete() {
        return awaited == Awaited.NOTHING;
    }

    int status() {
        return status;
    }

    /** Whether the body was, byte for byte, the expected one. */
    boolean bodyAsExpected() {
        return bodyAsExpected && bodyLength == expected.length;
    }

    /** Whether the server closes the connection after this response. */
    boolean closes() {
        return closes;
    }

    /** The first id in the first 4 KiB of the body, which is JSON; null if there is none. */
    @Nullable
    String id() {
        var kept = Math.min(bodyLength, beginning.length);
        for (var at = 0; at + ID.length < kept; at++) {
            if (Arrays.equals(beginning, at, at + ID.length, ID, 0, ID.length)) {
                return quoted(at + ID.length, kept);
            }
        }
        return null;
    }

    private @Nullable String quoted(int from, int to) {
        var begin = from;
        while (begin < to && beginning[begin] != '"') {
            begin++;
        }
        var end = begin + 1;
        while (end < to && beginning[end] != '"') {
            end++;
        }
        return end < to ? new String(beginning, begin + 1, end - begin - 1, ISO_8859_1) : null;
    }

    private int body(byte[] bytes, int from, int to) {
        var length = (int) Math.min(to - from, remaining);
        if (bodyLength < beginning.length) {
            System.arraycopy(bytes, from, beginning, bodyLength, Math.min(length, beginning.length - bodyLength));
        }
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

    private int line(byte[] bytes, int from, int to) throws ProtocolException {
        for (var at = from; at < to; at++) {
            var next = bytes[at];
            if (next == '\n') {
                lineLength -= lineLength > 0 && line[lineLength - 1] == '\r' ? 1 : 0;
                lineRead();
                lineLength = 0;
                return at + 1;
            }
            if (lineLength == line.length) {
                throw new ProtocolException("a line of more than %d bytes".formatted(line.length));
            }
            line[lineLength++] = next;
        }
        return to;
    }

    private void lineRead() throws ProtocolException {
        switch (awaited) {
            case STATUS_LINE -> statusLine();
            case HEADER -> header();
            case CHUNK_SIZE -> chunkSize();
            case AFTER_CHUNK -> awaited = Awaited.CHUNK_SIZE;
            case TRAILER -> awaited = lineLength == 0 ? Awaited.NOTHING : Awaited.TRAILER;
            default -> throw new IllegalStateException("expected a body, not a line: " + awaited);
        }
    }

    private void statusLine() throws ProtocolException {
        if (lineLength < 12 || line[0] != 'H' || line[8] != ' ') {
            throw new ProtocolException("not a status line: " + shownLine());
        }
        status = (int) number(9, 12, 10);
        awaited = Awaited.HEADER;
    }

    private void header() throws ProtocolException {
        if (lineLength == 0) {
            if (!chunked && remaining < 0) {
                throw new ProtocolException("neither Content-Length nor chunked, status " + status);
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

    private void chunkSize() throws ProtocolException {
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

    private long number(int from, int to, int radix) throws ProtocolException {
        var value = 0L;
        var digits = 0;
        for (var at = from; at < to; at++) {
            var digit = Character.digit(line[at], radix);
            if (digit >= 0 && value < Integer.MAX_VALUE) {
                value = value * radix + digit;
                digits++;
            } else if (line[at] != ' ') {
                throw new ProtocolException("not a number: " + shownLine());
            }
        }
        if (digits == 0) {
            throw new ProtocolException("not a number: " + shownLine());
        }
        return value;
    }

    private String shownLine() {
        return new String(line, 0, Math.min(lineLength, 100), ISO_8859_1);
    }
}
