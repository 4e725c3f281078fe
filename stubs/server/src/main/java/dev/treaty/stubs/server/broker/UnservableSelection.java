package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** There is nothing to serve: the broker refuses the selection, or selects nothing. */
final class UnservableSelection extends TreatyException {

    UnservableSelection(ErrorMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
