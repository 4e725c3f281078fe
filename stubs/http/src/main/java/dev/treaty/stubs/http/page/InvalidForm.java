package dev.treaty.stubs.http.page;

import dev.treaty.pacts.errors.TreatyException;

/** A form that the page cannot use. */
final class InvalidForm extends TreatyException {

    InvalidForm(String what, String where, String fix) {
        super(what, where, fix);
    }
}
