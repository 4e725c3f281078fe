package dev.treaty.stubs.http.admin;

import dev.treaty.pacts.errors.TreatyException;

/** A client of the admin API sent something else than a list of provider states. */
public final class InvalidStates extends TreatyException {

    InvalidStates(String reason) {
        super(
                "The provider states cannot be read: %s.".formatted(reason),
                "the body",
                "send e.g. {\"given\": [\"a payment exists\", {\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_42\"}}]}");
    }
}
