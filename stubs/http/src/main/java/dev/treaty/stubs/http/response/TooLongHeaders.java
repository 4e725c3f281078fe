package dev.treaty.stubs.http.response;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Request;

/** A contract, or a mapping that was added, responds with more headers than the server sends. */
public final class TooLongHeaders extends TreatyException {

    /** Bytes of a header that the server sends; curl reads 300 KB, Java's client 384 KB, and others less. */
    public static final int LONGEST_HEADER = 256 << 10;

    /** Bytes for the status line, and what the server adds: the date, the length, whether the connection stays open. */
    private static final int OF_SERVER = 1 << 10;

    /**
     * Bytes of a header over HTTP/2, where Jetty writes it as one frame of 16 KiB, the most that every client accepts (RFC 9113, section
     * 4.2), in a code that may take twice the space.
     */
    private static final int LONGEST_OVER_HTTP_2 = 8 << 10;

    private final boolean isProxied;

    private TooLongHeaders(ErrorMessage message, boolean isProxied) {
        super(message, null);
        this.isProxied = isProxied;
    }

    /** How many bytes the headers of the response to a request may have, with their names and line ends. */
    public static int longest(Request request) {
        return (request.getHttpVersion() == HttpVersion.HTTP_2 ? LONGEST_OVER_HTTP_2 : LONGEST_HEADER) - OF_SERVER;
    }

    /** Whether another server sent them. */
    public boolean isProxied() {
        return isProxied;
    }

    /**
     * Refuses a response of an interaction that has such headers.
     *
     * @param longest what may be sent, in bytes
     * @throws TooLongHeaders if it has
     */
    public static void refuse(CachedResponse response, InteractionOrigin origin, int longest) {
        var length = response.headerLength();
        if (length > longest) {
            throw new TooLongHeaders(
                    new ErrorMessage(
                            "\"%s\" responds with headers of %d bytes; the server sends at most %d%s."
                                    .formatted(origin.description(), length, longest, over(longest)),
                            "$.response.headers in " + PathText.of(origin.file().path()),
                            "write shorter ones, or fewer"),
                    false);
        }
    }

    /**
     * Refuses a response of an added mapping that has such headers.
     *
     * @param length of the headers, in bytes
     * @param request that they answer
     * @param isProxied whether another server sent them
     * @throws TooLongHeaders if it has
     */
    public static void refuse(int length, Request request, boolean isProxied) {
        var longest = longest(request);
        if (length > longest) {
            throw new TooLongHeaders(
                    new ErrorMessage(
                            "%s responds with headers of more than %d bytes; the server sends no more%s."
                                    .formatted(
                                            isProxied ? "The server that the request was passed on to" : "A mapping",
                                            longest,
                                            over(longest)),
                            "%s, and %s of the mapping that matches it"
                                    .formatted(
                                            request.getHttpURI().getPath(),
                                            isProxied ? "proxyBaseUrl" : "response.headers"),
                            isProxied
                                    ? "have that server send shorter ones, or fewer"
                                    : "write shorter ones, or fewer"),
                    isProxied);
        }
    }

    private static String over(int longest) {
        return longest < LONGEST_OVER_HTTP_2 ? " over HTTP/2" : "";
    }
}
