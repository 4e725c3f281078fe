package dev.treaty.stubs.http.faults;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;

/** A request, or a client of the admin API, asked for a fault that does not exist. */
public final class InvalidFault extends TreatyException {

    InvalidFault(ErrorMessage message) {
        super(message, null);
    }
}
