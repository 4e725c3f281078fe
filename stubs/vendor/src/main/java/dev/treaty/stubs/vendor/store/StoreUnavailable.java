package dev.treaty.stubs.vendor.store;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A store that cannot be opened, or that has stopped working. */
public final class StoreUnavailable extends TreatyException {

    StoreUnavailable(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }
}
