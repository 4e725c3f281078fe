package dev.treaty.provider.verification;

import org.jspecify.annotations.Nullable;

/** A provider was not brought to a state, or not out of it, so that nothing can be said about its contract. */
public final class StateNotReached extends AssertionError {

    StateNotReached(String what, String where, String mend) {
        this(what, where, mend, null);
    }

    StateNotReached(String what, String where, String mend, @Nullable Throwable cause) {
        super("""
                %s
                  where: %s
                  mend:  %s""".formatted(what, where, mend), cause);
    }
}
