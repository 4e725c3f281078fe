package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;
import java.util.Optional;

/**
 * Somebody who belongs to a workspace, or is invited to it.
 *
 * @param id opaque, e.g. {@code "mem_42"}
 * @param email empty if the gateway does not send it
 * @param role what they may do, or may do once they have joined
 * @param joined whether they belong to it already
 */
public record Member(String id, Optional<String> email, Role role, boolean joined) {

    static Member of(JsonDocument member) {
        return new Member(
                member.text("id"),
                member.optionalText("email"),
                Role.in(member),
                member.text("status").equals("active"));
    }
}
