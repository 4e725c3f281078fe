package dev.treaty.stubs.http.page;

import dev.treaty.stubs.page.Page;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.source.RequestJournal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Sends new requests to all browsers that show the list. While there are any, one thread looks into the journal a few times a second, so that
 * no request that is answered pays for it.
 */
final class LiveRequests implements AutoCloseable {

    /** More than a team has open; each takes a connection. */
    private static final int MOST_CLIENTS = 100;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Page page;
    private final RequestJournal journal;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private volatile boolean isClosed;

    LiveRequests(Page page, RequestJournal journal) {
        this.page = page;
        this.journal = journal;
    }

    /** Keeps a request open as a stream of events; false if there are too many. */
    boolean open(Request request, PageAddress address) {
        if (isClosed || clients.size() >= MOST_CLIENTS) {
            return false;
        }
        var response = request.getResponse();
        response.setStatus(200);
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader(HttpHeader.CACHE_CONTROL.asString(), "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var client = new LiveClient(page, address, request, first(request, address), clients::remove);
        clients.add(client);
        client.start();
        startThread();
        return true;
    }

    /** After an interruption, a browser says what it had last. */
    private long first(Request request, PageAddress address) {
        var last = request.getHttpFields().get("Last-Event-ID");
        var after = last == null ? address : address.with("after", last);
        return after.number("after", journal.received());
    }

    private synchronized void startThread() {
        if (thread == null) {
            thread = new Thread(this::run, "page-events");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        var complete = journal.received();
        while (!isClosed && isNeeded()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            var end = complete; // a number that was given away just now may not have its request yet
            clients.forEach(client -> client.update(end));
            complete = journal.received();
        }
    }

    private synchronized boolean isNeeded() {
        if (clients.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        isClosed = true;
        clients.forEach(LiveClient::close);
        clients.clear();
    }
}
