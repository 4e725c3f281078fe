package dev.treaty.provider.service.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Writes responses without keeping a thread: each is collected in memory and sent while no thread waits. So clients that send requests and
 * never read the responses hold up nobody else. A client that has not read its response in time is disconnected.
 *
 * <p>The next request of a connection waits its turn behind those of other connections: Jetty would go on with the same connection for as
 * long as the client sends requests, and a few such clients would keep all threads.
 */
final class ResponseWrites extends Handler.Wrapper {

    private final Duration patience;

    /** @param patience how long a client may take to read a response */
    ResponseWrites(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var collected = new CollectedResponse(request, response, callback);
        return super.handle(request, collected, collected);
    }

    private final class CollectedResponse extends Response.Wrapper implements Callback {

        private final Callback handled;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final CompletableFuture<Void> sent = new CompletableFuture<>();
        private boolean isSending;

        CollectedResponse(Request request, Response response, Callback handled) {
            super(request, response);
            this.handled = handled;
        }

        @Override
        public void write(boolean last, ByteBuffer part, Callback written) {
            if (isSending) {
                // Jetty's own check says whether this is an error or only a second end
                super.write(last, part, written);
                return;
            }
            if (part != null) {
                var bytes = new byte[part.remaining()];
                part.get(bytes);
                content.writeBytes(bytes);
            }
            if (last) {
                send();
            }
            written.succeeded();
        }

        @Override
        public void reset() {
            content.reset();
            super.reset();
        }

        @Override
        public void succeeded() {
            if (!isSending) {
                send();
            }
            var unused = sent.whenComplete((done, failure) -> inTurn(() -> complete(failure)));
        }

        @Override
        public void failed(Throwable failure) {
            if (isSending) {
                var unused = sent.whenComplete((done, unsent) -> handled.failed(failure));
            } else {
                handled.failed(failure);
            }
        }

        private void send() {
            isSending = true;
            var client = getRequest().getConnectionMetaData().getConnection().getEndPoint();
            super.write(
                    true,
                    ByteBuffer.wrap(content.toByteArray()),
                    Callback.from(() -> sent.complete(null), sent::completeExceptionally));
            if (!sent.isDone()) {
                var limit = getRequest()
                        .getConnectionMetaData()
                        .getConnector()
                        .getScheduler()
                        .schedule(
                                () -> client.close(new TimeoutException("the client did not read its response")),
                                patience.toMillis(),
                                TimeUnit.MILLISECONDS);
                var unused = sent.whenComplete((done, failure) -> limit.cancel());
            }
        }

        private void complete(Throwable failure) {
            if (failure == null) {
                handled.succeeded();
            } else {
                handled.failed(failure);
            }
        }

        private void inTurn(Runnable next) {
            try {
                getRequest().getContext().execute(next);
            } catch (RejectedExecutionException e) { // the service is stopping
                next.run();
            }
        }
    }
}
