package dev.treaty.stubs.replay;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once, however many ask. */
final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        var known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        var made = value;
        if (made == null && maker != null) {
            made = maker.get();
            value = made;
            maker = null;
        }
        if (made == null) {
            throw new IllegalStateException("What makes the value asked for it");
        }
        return made;
    }
}
