package dev.treaty.consumer.apigateway.workspaces;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Names a member of a workspace, or an invitation, and becomes a part of a path; so, as a {@link WorkspaceId}, it may have
 * nothing in it that leads elsewhere.
 *
 * @param value opaque, 1 to 64 letters, digits, hyphens or underscores, e.g. {@code inv_42}
 */
public record MemberId(@JsonValue String value) {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses what no member can be called. */
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
