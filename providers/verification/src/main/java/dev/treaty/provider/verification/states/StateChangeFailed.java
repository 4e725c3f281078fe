package dev.treaty.provider.verification.states;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.SecretMask;
import org.jspecify.annotations.Nullable;

/** A provider was not brought to a state, or not out of it, so that nothing can be said about its contract. */
public final class StateChangeFailed extends AssertionError {

    private final String what;
    private final String where;
    private final String fix;

    public StateChangeFailed(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    public StateChangeFailed(String what, String where, String fix, @Nullable Throwable cause) {
        super(SecretMask.hiddenIn("""
                %s
                  where: %s
                  fix:   %s""".formatted(what, where, fix)), cause);
        this.what = what;
        this.where = where;
        this.fix = fix;
    }

    /** The same, with whose interaction needs the state. */
    public StateChangeFailed neededBy(ContractInteraction interaction) {
        var told = new StateChangeFailed(
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
