package dev.treaty.provider.verification.errors;

import dev.treaty.pacts.errors.TreatyException;

/** A verification class lacks something, e.g. the name of its provider. */
public final class InvalidVerification extends TreatyException {

    /** The three lines of an {@link dev.treaty.pacts.errors.ErrorMessage}. */
    public InvalidVerification(String what, String where, String fix) {
        super(what, where, fix);
    }
}
