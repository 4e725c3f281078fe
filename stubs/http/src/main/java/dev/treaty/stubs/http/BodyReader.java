package dev.treaty.stubs.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Waits for the rest of a body without blocking a thread, so that clients that send slowly, or stop, do not keep others waiting. When
 * the body is complete, the request is dispatched again.
 */
final class BodyReader implements ReadListener {

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8 * 1024];
    private final Request request;
    private final HttpInput input;
    private final AsyncContext waiting;

    private BodyReader(Request request) {
        this.request = request;
        input = request.getHttpInput();
        waiting = request.startAsync();
        waiting.setTimeout(0); // the connection's idle timeout ends it
    }

    static void read(Request request) {
        var reader = new BodyReader(request);
        reader.input.setReadListener(reader);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (input.isReady() && !input.isFinished()) {
            var count = input.read(buffer);
            if (count > 0) {
                wire.write(buffer, 0, count);
            }
            if (wire.size() > RequestBody.MAX_BYTES) {
                dispatch();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        dispatch();
    }

    @Override
    public void onError(Throwable failure) {
        request.getResponse().setStatus(HttpStatus.REQUEST_TIMEOUT_408);
        waiting.complete();
    }

    private void dispatch() {
        PendingRequest.ofBody(wire.toByteArray()).attachTo(request);
        waiting.dispatch();
    }
}
