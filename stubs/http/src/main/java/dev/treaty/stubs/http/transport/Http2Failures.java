package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.server.HttpChannel;
import wiremock.org.eclipse.jetty.server.Request;

/** Tells the server when a request over HTTP/2 fails because the heap is used up; over HTTP/1.1, {@link StubHttpChannel} does. */
public final class Http2Failures implements HttpChannel.Listener {

    @Override
    public void onDispatchFailure(Request request, Throwable failure) {
        for (var cause = failure; cause != null && Http2Stream.carries(request); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError outOfMemory) {
                request.getHttpChannel()
                        .getServer()
                        .getBean(ServerListener.class)
                        .outOfMemory(outOfMemory);
            }
        }
    }
}
