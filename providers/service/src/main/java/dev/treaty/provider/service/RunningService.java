package dev.treaty.provider.service;

import java.net.URI;

/** A service that responds until it is closed. */
public interface RunningService extends AutoCloseable {

    /** Where it listens, e.g. {@code http://127.0.0.1:8081}; without a slash at the end. */
    URI url();

    /** Accepts no new requests, finishes those in progress, and releases what it holds. */
    @Override
    void close();
}
