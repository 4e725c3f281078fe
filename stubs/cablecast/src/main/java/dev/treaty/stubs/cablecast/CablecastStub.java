package dev.treaty.stubs.cablecast;

import dev.treaty.stubs.replay.ProviderStub;

/** Cablecast's port; it sends no messages. */
public final class CablecastStub implements ProviderStub {

    @Override
    public String provider() {
        return "cablecast";
    }

    @Override
    public int port() {
        return 12113;
    }
}
