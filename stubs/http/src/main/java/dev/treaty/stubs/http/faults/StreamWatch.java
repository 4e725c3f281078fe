package dev.treaty.stubs.http.faults;

import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.AsyncEvent;
import wiremock.jakarta.servlet.AsyncListener;

/** Learns from Jetty, which listens to connections of HTTP/2 all the time, that a client has reset the stream of a request, or has gone. */
final class StreamWatch implements ClientWatch, AsyncListener {

    private final OnEnd onEnd;
    private volatile boolean over;

    private StreamWatch(OnEnd onEnd) {
        this.onEnd = onEnd;
    }

    static ClientWatch start(AsyncContext waiting, OnEnd onEnd) {
        var watch = new StreamWatch(onEnd);
        waiting.addListener(watch);
        return watch;
    }

    @Override
    public void onError(AsyncEvent event) {
        if (!over) {
            onEnd.ended(true);
        }
    }

    @Override
    public void stop() {
        over = true;
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
