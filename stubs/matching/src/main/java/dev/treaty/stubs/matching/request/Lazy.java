package dev.treaty.stubs.matching.request;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed once, when it is first needed. */
public final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T value;

    public Lazy(Supplier<T> maker) {
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
            throw new IllegalStateException("The value depends on itself");
        }
        return made;
    }
}
