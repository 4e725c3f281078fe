package dev.treaty.provider.verification.states;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider state could not be set up or torn down, so an interaction was not verified. */
public final class StateChangeFailed extends VerificationError {

    private final ErrorMessage message;
    private final String reason;

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
        this(message, "", cause);
    }

    /**
     * For a reason that may be that of other states, too.
     *
     * @param reason without the state, e.g. {@code "http://localhost:8081/provider-states responded 404"}
     */
    StateChangeFailed(ErrorMessage message, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
        this.reason = reason;
    }

    /** The same for all states that failed for one reason; empty if the reason is the state's own. */
    public Optional<String> sharedReason() {
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }

    /** The same error, which also names the interaction that needs the state. */
    public StateChangeFailed neededBy(ContractInteraction interaction) {
        var where = "%s; needed by %s for %s".formatted(message.where(), interaction.consumer(), interaction.place());
        var needed = new StateChangeFailed(new ErrorMessage(message.what(), where, message.fix()), reason, getCause());
        needed.setStackTrace(getStackTrace());
        for (var suppressed : getSuppressed()) {
            needed.addSuppressed(suppressed);
        }
        return needed;
    }
}
