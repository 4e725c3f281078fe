package dev.treaty.provider.service;

import java.net.URI;

/** A service that answers, until it is closed. */
public interface RunningService extends AutoCloseable {

    /** Where it answers, e.g. {@code http://127.0.0.1:8081}; no slash at the end. */
    URI url();

    /** Takes no new requests, finishes those under way, and lets go of what it holds. */
    @Override
    void close();
}
