package dev.treaty.provider.verification.errors;

import dev.treaty.pacts.errors.ErrorMessage;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors that fail the verification of one interaction. JUnit reports an {@link AssertionError} as a failed test,
 * not as a broken one. The message is an {@link ErrorMessage} without secrets.
 */
public abstract class VerificationError extends AssertionError {

    /**
     * Masks the secrets in a message.
     *
     * @param cause null if there is none
     */
    protected VerificationError(ErrorMessage message, @Nullable Throwable cause) {
        super(SecretMask.mask(message.toString()), cause);
    }

    /** Takes a message whose parts have been masked already, e.g. because it contains a command line. */
    protected VerificationError(ErrorMessage masked) {
        super(masked.toString());
    }
}
