package dev.treaty.consumer.apigateway.workspaces;

import java.util.List;
import java.util.Optional;

/**
 * One page of the list of the caller's workspaces.
 *
 * @param nextCursor leads to the next page; empty on the last one
 */
public record WorkspacePage(List<Item> items, Optional<String> nextCursor) {

    /** Copies the items. */
    public WorkspacePage {
        items = List.copyOf(items);
    }

    /**
     * A workspace in a list.
     *
     * @param role the caller's, as in {@link Workspace}
     */
    public record Item(WorkspaceId id, String name, String role) {}
}
