package dev.treaty.pacts.errors;

import org.jspecify.annotations.Nullable;

/** The root of all exceptions that people read. The message is an {@link ErrorMessage}: what happened, where, and how to fix it. */
public abstract class TreatyException extends RuntimeException {

    /** Without a cause. */
    protected TreatyException(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    /** @param cause for the log; null if there is none */
    protected TreatyException(String what, String where, String fix, @Nullable Throwable cause) {
        this(new ErrorMessage(what, where, fix), cause);
    }

    /** @param cause for the log; null if there is none */
    protected TreatyException(ErrorMessage message, @Nullable Throwable cause) {
        super(message.toString(), cause);
    }
}
