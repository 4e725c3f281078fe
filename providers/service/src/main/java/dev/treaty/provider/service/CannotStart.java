package dev.treaty.provider.service;

import dev.treaty.pacts.errors.TreatyException;

/** A service does not start, for a reason that its operator can fix. The message is for operators to read and contains no secret. */
public final class CannotStart extends TreatyException {

    /**
     * The three lines of an error.
     *
     * @param what happened, as a sentence
     * @param where e.g. {@code "the environment of auth-service"}
     * @param fix what to do about it
     */
    public CannotStart(String what, String where, String fix) {
        super(what, where, fix);
    }
}
