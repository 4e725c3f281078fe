package dev.treaty.stubs.replay;

import dev.treaty.pacts.errors.TreatyException;

/** What keeps the stub server from starting as it was asked to. */
public abstract class ReplayException extends TreatyException {

    ReplayException(String what, String where, String fix) {
        super(what, where, fix);
    }
}
