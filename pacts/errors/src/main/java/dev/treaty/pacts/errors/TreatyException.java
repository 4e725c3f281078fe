package dev.treaty.pacts.errors;

import org.jspecify.annotations.Nullable;

/** The root of all exceptions that people read. Its message has three lines: what happened, where, and how to fix it. */
public abstract class TreatyException extends RuntimeException {

    private final ErrorMessage errorMessage;

    /** Without a cause. */
    protected TreatyException(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    /** @param cause for the log; null if there is none */
    protected TreatyException(String what, String where, String fix, @Nullable Throwable cause) {
        this(new ErrorMessage(what, where, fix), cause);
    }

    /** @param cause for the log; null if there is none */
    protected TreatyException(ErrorMessage errorMessage, @Nullable Throwable cause) {
        super(errorMessage.toString(), cause);
        this.errorMessage = errorMessage;
    }

    /** The message in its parts. */
    public final ErrorMessage errorMessage() {
        return errorMessage;
    }
}
