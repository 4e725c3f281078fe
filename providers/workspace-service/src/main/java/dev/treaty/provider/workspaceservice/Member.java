package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who belongs to a workspace, or is invited to.
 *
 * @param id e.g. {@code "inv_42"}, the same before and after an invited person joins
 * @param email where they are invited, or what their token said; empty if that is not known
 */
record Member(String id, Optional<String> email, Role role, Status status) {

    /** Whether they belong to it already. */
    enum Status {
        INVITED,
        ACTIVE;

        @JsonValue
        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
