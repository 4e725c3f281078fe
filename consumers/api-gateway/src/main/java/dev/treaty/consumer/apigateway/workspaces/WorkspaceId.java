package dev.treaty.consumer.apigateway.workspaces;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Identifies a workspace, and becomes part of a path. So it must contain nothing that leads elsewhere: {@code ..} or
 * {@code ws_1/members} would let a caller choose what the gateway requests.
 *
 * @param value opaque, 1 to 64 letters, digits, hyphens or underscores, e.g. {@code ws_42}
 */
public record WorkspaceId(@JsonValue String value) {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses what cannot be a workspace's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkspaceId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A workspace's id is not 1 to 64 letters, digits, hyphens or underscores.",
                            "an id of %d characters".formatted(value.length()),
                            "refuse the caller with 404: there can be no such workspace")
                    .toString());
        }
    }

    /** The workspace's path at the service. */
    String path() {
        return "/workspaces/" + value;
    }
}
