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
 * Watches a connection of HTTP/1.1 while its request waits. Jetty does not: it listens to such a connection only when it expects bytes.
 *
 * <p>A client that has only closed its own half of the connection (RFC 9112, section 9.6) looks the same as one that has gone; whether it
 * may still want the response is for the caller to say.
 */
final class ConnectionWatch implements ClientWatch, Callback {

    private static final int AT_ONCE = 2 << 10;

    private final HttpConnection connection;
    private final AbstractEndPoint endPoint;
    private final OnEnd onEnd;
    private boolean keepsNext;
    private boolean over;

    private ConnectionWatch(Request request, boolean keepsNext, OnEnd onEnd) {
        endPoint = (AbstractEndPoint) request.getHttpChannel().getEndPoint();
        connection = (HttpConnection) endPoint.getConnection();
        this.keepsNext = keepsNext;
        this.onEnd = onEnd;
    }

    /** @param keepsNext whether further requests on the connection are answered when the wait is over */
    static ClientWatch start(Request request, boolean keepsNext, OnEnd onEnd) {
        var watch = new ConnectionWatch(request, keepsNext, onEnd);
        watch.listen();
        return watch;
    }

    @Override
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
