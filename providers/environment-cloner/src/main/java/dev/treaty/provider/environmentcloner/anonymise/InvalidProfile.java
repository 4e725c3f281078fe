package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.pacts.errors.TreatyException;

/** An anonymisation profile cannot be used. */
public final class InvalidProfile extends TreatyException {

    InvalidProfile(String what, String where, String fix) {
        super(what, where, fix);
    }
}
