package dev.treaty.provider.workspaceservice.workspaces;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * A person who belongs to a workspace or is invited to it.
 *
 * @param id e.g. {@code "inv_42"}, the same before and after an invited person joins
 * @param email the invited address, or the one in their access token; empty if unknown
 */
public record Member(String id, Optional<String> email, Role role, Status status) {

    /** Whether they have joined. */
    enum Status {
        INVITED,
        ACTIVE;

        @JsonValue
        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
