package dev.treaty.pacts.canonical;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A contract file or a recording that cannot be read. */
public final class UnreadableContract extends TreatyException {

    /** Without a cause. */
    public UnreadableContract(String what, String where, String fix) {
        super(what, where, fix);
    }

    /** @param cause for the log; null if there is none */
    public UnreadableContract(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }
}
