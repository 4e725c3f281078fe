package dev.treaty.consumer.apigateway.workspaces;

import java.util.List;

/**
 * All members of a workspace.
 *
 * @param items those who have joined first, then those who are invited
 */
public record MemberList(List<Member> items) {

    /** Copies the items. */
    public MemberList {
        items = List.copyOf(items);
    }
}
