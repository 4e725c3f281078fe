package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;

/**
 * A workspace as a list shows it.
 *
 * @param id opaque, e.g. {@code "ws_42"}
 * @param name as the members chose it
 * @param role what the user may do in it
 */
public record WorkspaceSummary(String id, String name, Role role) {

    static WorkspaceSummary of(JsonDocument workspace) {
        return new WorkspaceSummary(workspace.text("id"), workspace.text("name"), Role.in(workspace));
    }
}
