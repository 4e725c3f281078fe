package dev.treaty.stubs.http.response;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;

/** A contract, or a mapping that was added, responds with more headers than the server sends. */
public final class TooLongHeaders extends TreatyException {

    /** Bytes of a header that the server sends; curl reads 300 KB, Java's client 384 KB, and others less. */
    public static final int LONGEST_HEADER = 256 << 10;

    /** Bytes for the status line, and what the server adds: the date, the length, whether the connection stays open. */
    private static final int OF_SERVER = 1 << 10;

    private final boolean isProxied;

    private TooLongHeaders(ErrorMessage message, boolean isProxied) {
        super(message, null);
        this.isProxied = isProxied;
    }

    /** Whether another server sent them. */
    public boolean isProxied() {
        return isProxied;
    }

    /**
     * Refuses a response of an interaction that has such headers.
     *
     * @throws TooLongHeaders if it has
     */
    public static void refuse(CachedResponse response, InteractionOrigin origin) {
        var length = response.headerLength();
        if (length > LONGEST_HEADER - OF_SERVER) {
            throw new TooLongHeaders(
                    new ErrorMessage(
                            "\"%s\" responds with headers of %d bytes; the server sends at most %d."
                                    .formatted(origin.description(), length, LONGEST_HEADER - OF_SERVER),
                            "$.response.headers in " + PathText.of(origin.file().path()),
                            "write shorter ones, or fewer"),
                    false);
        }
    }

    /**
     * Refuses a response of an added mapping that has such headers.
     *
     * @param length of the headers, in bytes
     * @param path of the request
     * @param isProxied whether another server sent them
     * @throws TooLongHeaders if it has
     */
    public static void refuse(int length, String path, boolean isProxied) {
        if (length > LONGEST_HEADER - OF_SERVER) {
            throw new TooLongHeaders(
                    new ErrorMessage(
                            "%s responds with headers of more than %d bytes; the server sends no more."
                                    .formatted(
                                            isProxied ? "The server that the request was passed on to" : "A mapping",
                                            LONGEST_HEADER - OF_SERVER),
                            "%s, and %s of the mapping that matches it"
                                    .formatted(path, isProxied ? "proxyBaseUrl" : "response.headers"),
                            isProxied
                                    ? "have that server send shorter ones, or fewer"
                                    : "write shorter ones, or fewer"),
                    isProxied);
        }
    }
}
