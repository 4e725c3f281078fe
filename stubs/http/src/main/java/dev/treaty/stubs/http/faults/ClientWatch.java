package dev.treaty.stubs.http.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.io.AbstractEndPoint;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.BufferUtil;
import wiremock.org.eclipse.jetty.util.Callback;

/**
 * Notices that a client goes while its request waits. Jetty does not: it listens to a connection only when it expects bytes, so that the
 * connection, its place among the permitted ones and the body of the request would be held until the wait is over.
 *
 * <p>A client that has only closed its own half of the connection (RFC 9112, section 9.6) looks the same as one that has gone; whether it
 * may still want the response is for the caller to say.
 */
public final class ClientWatch implements Callback {

    /** Bytes of a next request that are kept for Jetty, whose own buffer holds more. */
    private static final int MOST_KEPT = 2 << 10;

    private final HttpConnection connection;
    private final AbstractEndPoint endPoint;
    private final boolean keepsNext;
    private final OnEnd onEnd;
    private int kept;
    private boolean over;

    private ClientWatch(Request request, boolean keepsNext, OnEnd onEnd) {
        endPoint = (AbstractEndPoint) request.getHttpChannel().getEndPoint();
        connection = (HttpConnection) endPoint.getConnection();
        this.keepsNext = keepsNext;
        this.onEnd = onEnd;
    }

    /** What to do when the client has gone. */
    public interface OnEnd {

        /**
         * Ends the wait, unless the client may still want a response.
         *
         * @param isReset whether the connection is broken, so that no response can be sent
         */
        void ended(boolean isReset);
    }

    /** Watches the client of a request that has been read to its end; {@link #stop} it before the response is written. */
    public static ClientWatch start(Request request, OnEnd onEnd) {
        var watch = new ClientWatch(request, true, onEnd);
        if (watch.connection
                .isRequestBufferEmpty()) { // otherwise the next request is there already, and cannot be put aside
            watch.listen();
        }
        return watch;
    }

    /** Watches the client of a request that is never answered, nor is any other on its connection. */
    static void startForEver(Request request, OnEnd onEnd) {
        new ClientWatch(request, false, onEnd).listen();
    }

    /** Stops; afterwards, Jetty may read from the connection. */
    public synchronized void stop() {
        over = true;
        endPoint.getFillInterest().fillable(); // takes this callback away
    }

    private void listen() {
        endPoint.tryFillInterested(this);
    }

    @Override
    public void succeeded() {
        var ended = read();
        if (ended != null) {
            onEnd.ended(ended == End.RESET);
        }
    }

    @Override
    public void failed(Throwable failure) {
        if (!(failure instanceof TimeoutException)) {
            onEnd.ended(true);
        } else if (!isOver()) {
            listen(); // the client is silent, as it should be
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized @Nullable End read() {
        if (over) {
            return null;
        }
        var next = BufferUtil.allocate(MOST_KEPT - kept);
        try {
            if (endPoint.fill(next) < 0) {
                return End.CLOSED;
            }
            keep(next);
            return null;
        } catch (IOException e) {
            return End.RESET;
        }
    }

    /** Bytes of the next request, for when this one is answered. A client that sends very many is there, and not watched any longer. */
    private void keep(ByteBuffer next) {
        if (keepsNext) {
            kept += next.remaining();
            connection.onUpgradeTo(next);
        }
        if (kept < MOST_KEPT) {
            listen();
        }
    }

    private enum End {
        CLOSED,
        RESET
    }
}
