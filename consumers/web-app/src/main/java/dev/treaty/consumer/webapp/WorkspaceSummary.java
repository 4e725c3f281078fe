package dev.treaty.consumer.webapp;

/**
 * A workspace as a list shows it.
 *
 * @param id opaque, e.g. {@code "ws_42"}
 * @param name as people gave it
 * @param role what the user may do in it
 */
public record WorkspaceSummary(String id, String name, Role role) {

    static WorkspaceSummary of(Document workspace) {
        return new WorkspaceSummary(workspace.text("id"), workspace.text("name"), Role.in(workspace));
    }
}
