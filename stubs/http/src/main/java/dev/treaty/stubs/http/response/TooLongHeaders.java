package dev.treaty.stubs.http.response;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;

/** A contract responds with more headers than the server sends. */
public final class TooLongHeaders extends TreatyException {

    /** Bytes of a header that the server sends; curl reads 300 KB, Java's client 384 KB, and others less. */
    public static final int LONGEST_HEADER = 256 << 10;

    /** Bytes for the status line, and what the server adds: the date, the length, whether the connection stays open. */
    private static final int OF_SERVER = 1 << 10;

    private TooLongHeaders(ErrorMessage message) {
        super(message, null);
    }

    /**
     * Refuses a response of an interaction that has such headers.
     *
     * @throws TooLongHeaders if it has
     */
    public static void refuse(CachedResponse response, InteractionOrigin origin) {
        var length = response.headerLength();
        if (length > LONGEST_HEADER - OF_SERVER) {
            throw new TooLongHeaders(new ErrorMessage(
                    "\"%s\" responds with headers of %d bytes; the server sends at most %d."
                            .formatted(origin.description(), length, LONGEST_HEADER - OF_SERVER),
                    "$.response.headers in " + origin.file().path(),
                    "write shorter ones, or fewer"));
        }
    }
}
