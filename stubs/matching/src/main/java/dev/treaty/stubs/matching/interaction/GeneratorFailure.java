package dev.treaty.stubs.matching.interaction;

import dev.treaty.pacts.errors.ErrorMessage;

/** A generator of a contract cannot generate anything, so that its response or message cannot be sent. */
public final class GeneratorFailure extends RuntimeException {

    private final ErrorMessage errorMessage;

    GeneratorFailure(ErrorMessage errorMessage) {
        super(errorMessage.toString());
        this.errorMessage = errorMessage;
    }

    /** Which generator of which interaction, and why. */
    public ErrorMessage errorMessage() {
        return errorMessage;
    }
}
