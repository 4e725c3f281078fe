package dev.treaty.stubs.http;

import dev.treaty.stubs.http.limits.BodyBytes;
import dev.treaty.stubs.http.limits.HeldMemory;
import dev.treaty.stubs.http.limits.OutOfBudget;
import dev.treaty.stubs.http.response.HttpProblem;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Waits for the rest of a body without blocking a thread, so that clients that send slowly, or stop, do not keep others waiting. When
 * the body is complete, or will not be read, the request is dispatched again.
 */
final class BodyReader implements ReadListener {

    private static final int AT_ONCE = 8 << 10;

    private final Request request;
    private final ServletInputStream input;
    private final BodyBytes bytes;
    private final AsyncContext waiting;
    private @Nullable HttpProblem refusal;
    private long discarded;

    private BodyReader(Request request, HeldMemory memory) throws IOException {
        this.request = request;
        input = request.getInputStream(); // which tells clients that wait for it to continue (RFC 9110, section 10.1.1)
        bytes = new BodyBytes(memory, 0);
        waiting = request.startAsync();
        waiting.setTimeout(0); // the connection's idle timeout ends it
    }

    static void read(Request request, HeldMemory memory) throws IOException {
        var reader = new BodyReader(request, memory);
        reader.input.setReadListener(reader);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (input.isReady() && !input.isFinished()) {
            if (refusal == null) {
                keep();
            } else {
                discarded += Math.max(0, input.read(new byte[AT_ONCE]));
            }
            if (discarded > RequestBody.MOST_DISCARDED) {
                dispatch();
                return;
            }
        }
    }

    private void keep() throws IOException {
        try {
            bytes.readFrom(input);
            if (bytes.size() > RequestBody.MAX_BYTES) {
                refuse(HttpProblem.bodyTooLarge(RequestBody.MAX_BYTES));
            }
        } catch (OutOfBudget e) {
            refuse(HttpProblem.outOfMemory(e));
        }
    }

    private void refuse(HttpProblem problem) {
        refusal = problem;
        bytes.discard();
    }

    @Override
    public void onAllDataRead() {
        dispatch();
    }

    @Override
    public void onError(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (refusal == null) {
            refuse(HttpProblem.incompleteBody(failure instanceof TimeoutException));
        }
        dispatch();
    }

    private void dispatch() {
        var pending = refusal == null ? PendingRequest.ofBody(bytes.toArray()) : PendingRequest.ofRefusal(refusal);
        pending.attachTo(request);
        waiting.dispatch();
    }
}
