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

    private static final int AT_ONCE = 2 << 10;

    private final HttpConnection connection;
    private final AbstractEndPoint endPoint;
    private final OnEnd onEnd;
    private boolean keepsNext;
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
        watch.listen();
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
        var next = BufferUtil.allocate(AT_ONCE);
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

    /**
     * Puts bytes of the next requests where Jetty looks for them when this one is answered. If there are more than fit there, the connection
     * ends after the response, and the client sends these requests again on another (RFC 9112, section 9.3.2).
     */
    private void keep(ByteBuffer next) {
        if (keepsNext) {
            connection.onUpgradeTo(next);
            if (next.hasRemaining()) {
                keepsNext = false;
                connection.getGenerator().setPersistent(false);
            }
        }
        listen();
    }

    private enum End {
        CLOSED,
        RESET
    }
}
