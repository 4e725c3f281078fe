package dev.treaty.provider.verification;

import org.jspecify.annotations.Nullable;

/** A provider was not brought to a state, or not out of it, so that nothing can be said about its contract. */
public final class StateNotReached extends AssertionError {

    private final String what;
    private final String where;
    private final String fix;

    StateNotReached(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    StateNotReached(String what, String where, String fix, @Nullable Throwable cause) {
        super(Secrets.hiddenIn("""
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix)), cause);
        this.what = what;
        this.where = where;
        this.fix = fix;
    }

    /** The same, with whose interaction needs the state. */
    StateNotReached neededBy(ContractInteraction interaction) {
        var told = new StateNotReached(
                what,
                "%s; needed by %s for %s".formatted(where, interaction.consumer(), interaction.place()),
                fix,
                getCause());
        told.setStackTrace(getStackTrace());
        for (var suppressed : getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }
}
