package dev.treaty.consumer.environmentconsole.connection;

import dev.treaty.pacts.errors.TreatyException;

/** Why a call did not do what it was for. */
public abstract sealed class ClonerFailure extends TreatyException permits NoResponse, Refused, UnexpectedResponse {

    ClonerFailure(String what, String where, String fix) {
        super(what, where, fix);
    }

    ClonerFailure(String what, String where, String fix, Throwable cause) {
        super(what, where, fix, cause);
    }
}
