package dev.treaty.stubs.matching.interaction;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;

/** A generator of a contract cannot generate anything, so that its response or message cannot be sent. */
public final class GeneratorFailure extends TreatyException {

    GeneratorFailure(ErrorMessage message) {
        super(message, null);
    }
}
