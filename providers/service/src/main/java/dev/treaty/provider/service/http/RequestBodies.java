package dev.treaty.provider.service.http;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Reads each body before a thread handles the request, so that a client that sends slowly, or stops, keeps no thread waiting. A body that is
 * too large, takes too long, or does not fit into the memory for bodies is refused, like every other refusal, by a problem document.
 *
 * <p>The bytes are copied: Jetty's own {@code EagerContentHandler} retains a whole network buffer for each piece, however small, and a client
 * that sends single bytes would fill the memory.
 */
final class RequestBodies extends Handler.Wrapper {

    private static final String REFUSAL = RequestBodies.class.getName() + ".refusal";

    private final int largest;
    private final Duration patience;
    private final BodyMemory memory;

    /**
     * @param largest body that is accepted, in bytes
     * @param patience how long a client may take to send a body
     * @param memory what all bodies together may take up
     */
    RequestBodies(int largest, Duration patience, BodyMemory memory) {
        this.largest = largest;
        this.patience = patience;
        this.memory = memory;
    }

    /** Responds to the requests whose bodies were refused. */
    void configure(RoutesConfig routes) {
        routes.before(context -> {
            if (context.attribute(REFUSAL) instanceof Problem refusal) {
                throw refusal;
            }
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var declared = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (declared <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        var body = new Body(request, response, callback);
        if (declared > largest) {
            body.refuse(PlatformProblems.bodyTooLarge(largest));
        } else {
            body.read();
        }
        return true;
    }

    private void handleWhole(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) { // as Jetty does when a handler throws
            Response.writeError(request, response, callback, e);
        }
    }

    /** A body on its way. No two threads read it at the same time. */
    private final class Body {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final EndPoint client;
        private final long deadline = System.nanoTime() + patience.toNanos();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private boolean isSlow;

        Body(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.client = request.getConnectionMetaData().getConnection().getEndPoint();
            this.callback = callback;
        }

        void read() {
            for (var part = request.read(); part != null; part = request.read()) {
                if (Content.Chunk.isFailure(part)) {
                    refuse(failed(part.getFailure()));
                    return;
                }
                var refusal = keep(part.getByteBuffer());
                var isLast = part.isLast();
                part.release();
                if (refusal != null) {
                    refuse(refusal);
                    return;
                }
                if (isLast) {
                    handle();
                    return;
                }
            }
            await();
        }

        /** The connection's own limit of idle time ends the wait: a thread that watches is not needed. */
        private void await() {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                refuse(PlatformProblems.requestTimedOut());
                return;
            }
            isSlow = true;
            client.setIdleTimeout(left);
            request.demand(this::read);
        }

        private @Nullable Problem keep(ByteBuffer part) {
            if (received.size() + part.remaining() > largest) {
                return PlatformProblems.bodyTooLarge(largest);
            }
            if (!memory.take(part.remaining())) {
                return PlatformProblems.tooBusy();
            }
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            received.writeBytes(bytes);
            return null;
        }

        private static Problem failed(Throwable failure) {
            return failure instanceof TimeoutException
                    ? PlatformProblems.requestTimedOut()
                    : PlatformProblems.unreadableBody("The body is not valid HTTP, or ended early.");
        }

        /** The rest of the body is not read, so the connection cannot be used again. */
        void refuse(Problem refusal) {
            request.setAttribute(REFUSAL, refusal.withHeader("Connection", "close"));
            handle();
        }

        private void handle() {
            if (isSlow) {
                client.setIdleTimeout(
                        request.getConnectionMetaData().getConnector().getIdleTimeout());
            }
            var bytes = received.toByteArray();
            handleWhole(
                    new WholeRequest(request, bytes),
                    response,
                    Callback.from(callback, () -> memory.giveBack(bytes.length)));
        }
    }

    /** A request whose body has arrived. */
    private static final class WholeRequest extends Request.Wrapper {

        private Content.Chunk next;

        WholeRequest(Request request, byte[] body) {
            super(request);
            next = body.length == 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(body), true);
        }

        @Override
        public Content.Chunk read() {
            var read = next;
            next = Content.Chunk.EOF;
            return read;
        }

        @Override
        public void demand(Runnable available) {
            available.run();
        }
    }
}
