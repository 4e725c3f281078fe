package dev.treaty.provider.verification.states;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;
import org.jspecify.annotations.Nullable;

/** A provider state could not be set up or torn down, so an interaction was not verified. */
public final class StateChangeFailed extends VerificationError {

    private final ErrorMessage message;

    /** Without a cause. */
    public StateChangeFailed(String what, String where, String fix) {
        this(new ErrorMessage(what, where, fix), null);
    }

    /**
     * With a cause.
     *
     * @param cause null if there is none
     */
    public StateChangeFailed(ErrorMessage message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** The same error, which also names the interaction that needs the state. */
    public StateChangeFailed neededBy(ContractInteraction interaction) {
        var where = "%s; needed by %s for %s".formatted(message.where(), interaction.consumer(), interaction.place());
        var needed = new StateChangeFailed(new ErrorMessage(message.what(), where, message.fix()), getCause());
        needed.setStackTrace(getStackTrace());
        for (var suppressed : getSuppressed()) {
            needed.addSuppressed(suppressed);
        }
        return needed;
    }
}
