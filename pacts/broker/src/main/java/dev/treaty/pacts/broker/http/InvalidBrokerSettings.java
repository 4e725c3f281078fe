package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.errors.TreatyException;

/** The broker's address or the credentials cannot be used; nothing was sent. */
public final class InvalidBrokerSettings extends TreatyException {

    InvalidBrokerSettings(String what, String where, String fix) {
        super(what, where, fix);
    }
}
