package dev.treaty.consumer.notifications;

/**
 * A workspace after a change, or before its deletion.
 *
 * @param id opaque, e.g. {@code ws_42}
 * @param name as its owner wrote it, any text
 * @param owner the id of a {@link Person}; the address is in the event of that person's registration
 * @param version grows with each change of this workspace, so it shows which of two events is the later one
 */
public record Workspace(String id, String name, String owner, long version) {}
