package dev.treaty.stubs.http.faults;

import dev.treaty.stubs.http.transport.Http2Stream;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Notices that a client goes while its request waits; otherwise the connection, its place among the permitted ones and the body of the
 * request would be held until the wait is over.
 */
public sealed interface ClientWatch permits ConnectionWatch, StreamWatch {

    /** What to do when the client has gone. */
    interface OnEnd {

        /**
         * Ends the wait, unless the client may still want a response.
         *
         * @param isReset whether the connection is broken, so that no response can be sent
         */
        void ended(boolean isReset);
    }

    /** Watches the client of a request that has been read to its end; {@link #stop} it before the response is written. */
    static ClientWatch start(Request request, AsyncContext waiting, OnEnd onEnd) {
        return Http2Stream.carries(request)
                ? StreamWatch.start(waiting, onEnd)
                : ConnectionWatch.start(request, true, onEnd);
    }

    /** Watches the client of a request that is never answered, nor is any other on its connection. */
    static void startForEver(Request request, AsyncContext waiting, OnEnd onEnd) {
        if (Http2Stream.carries(request)) {
            StreamWatch.start(waiting, onEnd);
        } else {
            ConnectionWatch.start(request, false, onEnd);
        }
    }

    /** Closes the connection of a request, unless others use it, too (HTTP/2). */
    static void hangUp(Request request) {
        if (!Http2Stream.carries(request)) {
            request.getHttpChannel().getEndPoint().close();
        }
    }

    /** Stops; afterwards, Jetty may read from the connection. */
    void stop();
}
