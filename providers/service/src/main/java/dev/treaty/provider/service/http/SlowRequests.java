package dev.treaty.provider.service.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose clients take too long to send the header of a request. Jetty limits only the time between two bytes, so a client
 * could keep a connection for days. A connection on which nothing is sent is not affected: it may be idle for as long as Jetty allows.
 */
final class SlowRequests extends Handler.Wrapper {

    /** How often connections are looked at while a client's time runs out. */
    private static final int LOOKS = 10;

    private final Duration patience;

    /** How many requests of a connection have a complete header, and no complete response. */
    private final Map<Connection, Integer> inProgress = new ConcurrentHashMap<>();

    private Map<EndPoint, Waiting> waiting = Map.of();
    private volatile Scheduler.@Nullable Task nextLook;

    /** @param patience how long a client may take to send the header of a request */
    SlowRequests(Duration patience) {
        this.patience = patience;
    }

    /**
     * A connection between two requests.
     *
     * @param requests received so far
     * @param bytes received so far
     * @param since when, in nanoseconds
     */
    private record Waiting(long requests, long bytes, long since) {

        static Waiting of(Connection connection, long now) {
            return new Waiting(connection.getMessagesIn(), connection.getBytesIn(), now);
        }

        /** Whether a part of the next request has arrived since, and not all of it. */
        boolean hasPart(Connection connection) {
            return connection.getMessagesIn() == requests && connection.getBytesIn() > bytes;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData().getConnection();
        inProgress.merge(connection, 1, Integer::sum);
        Request.addCompletionListener(
                request,
                failure -> inProgress.computeIfPresent(connection, (key, count) -> count == 1 ? null : count - 1));
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleLook();
    }

    @Override
    protected void doStop() throws Exception {
        var next = nextLook;
        if (next != null) {
            next.cancel();
        }
        super.doStop();
    }

    private void scheduleLook() {
        nextLook = getServer().getScheduler().schedule(this::look, patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look() {
        var now = System.nanoTime();
        var still = new HashMap<EndPoint, Waiting>();
        for (var connector : getServer().getConnectors()) {
            for (var client : connector.getConnectedEndPoints()) {
                look(client, now, still);
            }
        }
        waiting = still;
        if (!isStopping() && !isStopped()) {
            scheduleLook();
        }
    }

    private void look(EndPoint client, long now, Map<EndPoint, Waiting> still) {
        var connection = client.getConnection();
        if (connection == null || inProgress.containsKey(connection)) {
            return;
        }
        var before = waiting.get(client);
        if (before == null || !before.hasPart(connection)) {
            still.put(client, Waiting.of(connection, now));
        } else if (now - before.since() < patience.toNanos()) {
            still.put(client, before);
        } else {
            client.close();
        }
    }
}
