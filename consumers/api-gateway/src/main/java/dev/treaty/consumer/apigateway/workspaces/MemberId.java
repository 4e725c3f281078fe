package dev.treaty.consumer.apigateway.workspaces;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Identifies a member of a workspace, or an invitation, and becomes part of a path; so, like a {@link WorkspaceId}, it must
 * contain nothing that leads elsewhere.
 *
 * @param value opaque, 1 to 64 letters, digits, hyphens or underscores, e.g. {@code inv_42}
 */
public record MemberId(@JsonValue String value) {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses what cannot be a member's id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MemberId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A member's id is not 1 to 64 letters, digits, hyphens or underscores.",
                            "an id of %d characters".formatted(value.length()),
                            "refuse the caller with 404: there can be no such member")
                    .toString());
        }
    }
}
