package dev.treaty.provider.verification.settings;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.provider.verification.errors.SecretMask;

/** A {@code -D…} setting is missing or has an invalid value. */
public final class InvalidSetting extends TreatyException {

    /** The three lines of an {@link dev.treaty.pacts.errors.ErrorMessage}; masks secrets in the second one. */
    public InvalidSetting(String what, String where, String fix) {
        super(what, SecretMask.mask(where), fix);
    }
}
