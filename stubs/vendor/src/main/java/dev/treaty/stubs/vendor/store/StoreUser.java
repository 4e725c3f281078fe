package dev.treaty.stubs.vendor.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A store that others use as well. */
final class StoreUser implements WorldStore {

    private final WorldStore store;
    private final Runnable closing;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A user of a store; {@code closing} is run once. */
    StoreUser(WorldStore store, Runnable closing) {
        this.store = store;
        this.closing = closing;
    }

    @Override
    public <T> T inWorld(String world, Function<Records, T> work) {
        return store.inWorld(world, work);
    }

    @Override
    public List<String> due(String prefix, long epochMillis) {
        return store.due(prefix, epochMillis);
    }

    @Override
    public void remove(String world) {
        store.remove(world);
    }

    @Override
    public Optional<String> takeForgotten(String world) {
        return store.takeForgotten(world);
    }

    @Override
    public long bytes(String world) {
        return store.bytes(world);
    }

    @Override
    public long forgotten() {
        return store.forgotten();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closing.run();
        }
    }
}
