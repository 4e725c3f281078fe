package dev.treaty.stubs.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.page.Page;
import dev.treaty.stubs.page.html.PageAddress;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.WriteListener;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;

/** A browser that shows the list of requests, and gets new ones as server-sent events (HTML standard, section 9.2). */
final class LiveClient implements WriteListener {

    /** By a comment without content, the server notices a browser that has gone. */
    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(10);

    private final Page page;
    private final PageAddress address;
    private final AsyncContext context;
    private final HttpOutput output;
    private final Runnable gone;
    private long next;
    private long lastWritten = System.nanoTime();
    private volatile boolean isBlocked = true;

    /**
     * @param next the number of the first request that it does not have
     * @param gone called when it is not there any longer
     */
    LiveClient(
            Page page, PageAddress address, Request request, long next, java.util.function.Consumer<LiveClient> gone) {
        this.page = page;
        this.address = address;
        this.next = next;
        this.gone = () -> gone.accept(this);
        context = request.startAsync();
        context.setTimeout(0); // it stays as long as it likes
        output = request.getResponse().getHttpOutput();
    }

    /** Begins to write, when the browser lets it. */
    void start() {
        output.setWriteListener(this);
    }

    /**
     * Sends what is new, unless the browser has not yet taken what was sent before; then it gets that later. Nobody waits for it.
     *
     * @param end the number after that of the last request that is complete
     */
    synchronized void update(long end) {
        if (isBlocked) {
            return;
        }
        try {
            var isSilent = System.nanoTime() - lastWritten > LONGEST_SILENCE;
            var rows = next < end ? page.rows(address, next, end) : "";
            next = Math.max(next, end);
            if (!rows.isEmpty()) {
                write("event: requests\nid: %d\ndata: %s\n\n".formatted(next, rows.replace("\n", "\ndata: ")));
            } else if (isSilent) {
                write(":\n\n");
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    private void write(String text) throws IOException {
        isBlocked = true;
        if (!output.isReady()) {
            return; // then onWritePossible is called; the events of this moment are in the list when it is loaded again
        }
        output.write(text.getBytes(UTF_8));
        lastWritten = System.nanoTime();
        if (output.isReady()) {
            output.flush();
            isBlocked = !output.isReady();
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        isBlocked = !output.isReady();
        if (!isBlocked && !output.isWritten()) {
            write("retry: 2000\n\n");
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
        gone.run();
    }

    /** Ends the stream. */
    void close() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // it has ended already
        }
    }
}
