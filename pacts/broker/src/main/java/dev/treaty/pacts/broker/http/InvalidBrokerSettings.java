package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** The broker's address, the credentials or another setting cannot be used; nothing was sent. */
public final class InvalidBrokerSettings extends TreatyException {

    InvalidBrokerSettings(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    InvalidBrokerSettings(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }
}
