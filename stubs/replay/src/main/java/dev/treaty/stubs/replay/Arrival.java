package dev.treaty.stubs.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Waits for the rest of a body without a thread, so that clients that send slowly, or stop, keep nobody else waiting. When all
 * is there, the request is handled once more, from the start.
 */
final class Arrival implements ReadListener {

    private static final String WIRE = Arrival.class.getName();

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8 * 1024];
    private final Request request;
    private final HttpInput input;
    private final AsyncContext waiting;

    private Arrival(Request request) {
        this.request = request;
        input = request.getHttpInput();
        waiting = request.startAsync();
        waiting.setTimeout(0); // the connection's idle time-out ends it
    }

    /** What a request carried, once it {@linkplain #await was awaited}; null before. */
    static byte @Nullable [] wire(Request request) {
        return (byte[]) request.getAttribute(WIRE);
    }

    /** Whether some of the body is still on its way. */
    static boolean isUnderWay(Request request) {
        var fields = request.getHttpFields();
        return fields.contains(HttpHeader.TRANSFER_ENCODING)
                || request.getContentLengthLong() > request.getHttpInput().available();
    }

    static void await(Request request) {
        var arrival = new Arrival(request);
        arrival.input.setReadListener(arrival);
    }

    /** Handles a request once more after a while; no thread waits for it. */
    static void again(Request request, Body body, Duration later) {
        request.setAttribute(WIRE, body.wire());
        var waiting = request.startAsync();
        waiting.setTimeout(0);
        request.getHttpChannel()
                .getConnector()
                .getScheduler()
                .schedule(waiting::dispatch, later.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (input.isReady() && !input.isFinished()) {
            var count = input.read(buffer);
            if (count > 0) {
                wire.write(buffer, 0, count);
            }
            if (wire.size() > Body.MOST) {
                handleAgain();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        handleAgain();
    }

    @Override
    public void onError(Throwable failure) {
        request.getResponse().setStatus(HttpStatus.REQUEST_TIMEOUT_408);
        waiting.complete();
    }

    private void handleAgain() {
        request.setAttribute(WIRE, wire.toByteArray());
        waiting.dispatch();
    }
}
