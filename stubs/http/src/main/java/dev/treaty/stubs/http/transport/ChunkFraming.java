package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpStatus;

/**
 * Where one chunk of a body ends and the next one begins, to the letter of RFC 9112, section 7.1. Two servers that read the same bytes
 * differently take different bytes for the next request, which is how requests are smuggled; so whatever the grammar does not allow is
 * refused: a line feed without a carriage return, a size like {@code 0x5}, data longer than its size.
 */
final class ChunkFraming {

    /** Bytes; they mean nothing to this server, and the section asks for a limit on all extensions of a body together. */
    private static final int LONGEST_EXTENSIONS = 4 << 10;

    private static final int MOST_DIGITS = 16;

    private enum Place {
        SIZE,
        BEFORE_EXTENSION,
        EXTENSION,
        END_OF_SIZE,
        DATA,
        AFTER_DATA,
        END_OF_DATA,
        TRAILERS
    }

    private Place place = Place.SIZE;
    private int digits;
    private long left;
    private int extensions;
    private boolean afterCarriageReturn;

    /** Expects the first chunk of a body. */
    void reset() {
        place = Place.SIZE;
        digits = 0;
        left = 0;
        extensions = 0;
        afterCarriageReturn = false;
    }

    /** How many of the next bytes are data; 0 if the next byte belongs to the framing. */
    long data() {
        return place == Place.DATA ? left : 0;
    }

    /** Passes over data. */
    void skip(int bytes) {
        left -= bytes;
        if (left == 0) {
            place = Place.AFTER_DATA;
        }
    }

    /**
     * Passes over a byte that is not data.
     *
     * @throws BadMessageException if it cannot be there
     */
    void next(byte letter) {
        switch (place) {
            case SIZE -> size(letter);
            case BEFORE_EXTENSION -> beforeExtension(letter);
            case EXTENSION -> extension(letter);
            case END_OF_SIZE -> endOfSize(letter);
            case AFTER_DATA -> expect('\r', letter, Place.END_OF_DATA);
            case END_OF_DATA -> expect('\n', letter, Place.SIZE);
            case TRAILERS -> trailers(letter);
            case DATA -> throw new IllegalStateException("Data is skipped");
        }
    }

    private void size(byte letter) {
        var digit = Character.digit(letter, 16);
        if (digit >= 0 && digits < MOST_DIGITS) {
            left = left * 16 + digit;
            digits++;
        } else if (digits == 0) {
            throw refused("a chunk has no size");
        } else {
            afterSize(letter);
        }
    }

    private void afterSize(byte letter) {
        switch (letter) {
            case '\r' -> place = Place.END_OF_SIZE;
            case ';' -> place = Place.EXTENSION;
            case ' ', '\t' -> place = Place.BEFORE_EXTENSION;
            default -> throw refused("a chunk's size is not a hexadecimal number");
        }
    }

    private void beforeExtension(byte letter) {
        count();
        if (letter == ';') {
            place = Place.EXTENSION;
        } else if (letter != ' ' && letter != '\t') {
            throw refused("a chunk's size is followed by space");
        }
    }

    private void extension(byte letter) {
        count();
        if (letter == '\r') {
            place = Place.END_OF_SIZE;
        } else if (letter == '\n') {
            throw refused("a chunk's extension ends with a bare line feed");
        }
    }

    private void endOfSize(byte letter) {
        expect('\n', letter, left == 0 ? Place.TRAILERS : Place.DATA);
        digits = 0;
    }

    private void trailers(byte letter) {
        if (letter == '\n' && !afterCarriageReturn) {
            throw refused("the trailers of a body have a bare line feed");
        }
        afterCarriageReturn = letter == '\r';
    }

    private void expect(char expected, byte letter, Place next) {
        if (letter != expected) {
            throw refused("a chunk does not end with CR LF where its size says so");
        }
        place = next;
    }

    private void count() {
        if (++extensions > LONGEST_EXTENSIONS) {
            throw refused("the extensions of chunks are too long");
        }
    }

    private static BadMessageException refused(String reason) {
        return new BadMessageException(HttpStatus.BAD_REQUEST_400, reason);
    }
}
