package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.pacts.errors.TreatyException;

/** The command line or the environment names no service, or no caller, that could be used. Nothing was sent. */
final class InvalidSettings extends TreatyException {

    InvalidSettings(String what, String where, String fix) {
        super(what, where, fix);
    }
}
