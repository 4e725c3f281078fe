package dev.treaty.consumer.apigateway.workspaces;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a version of a workspace: it arrives as {@code ETag} (RFC 9110, section 8.8.3) and is sent back in an {@link IfMatch}. Opaque:
 * only the service that made it can tell two versions apart.
 *
 * @param value as in the header, quotes included, e.g. {@code "1"}
 */
public record EntityTag(String value) {

    private static final Pattern SYNTAX = Pattern.compile("(W/)?\"[!#-~]*\"");

    /** Refuses what is not one entity tag, such as a list of them or {@code *}. */
    public EntityTag {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An entity tag is not a string in double quotes.",
                            "an ETag of %d characters".formatted(value.length()),
                            "refuse the caller with 400; RFC 9110, section 8.8.3 has the syntax")
                    .toString());
        }
    }

    /** Empty if it is not exactly one entity tag. */
    static Optional<EntityTag> parse(String header) {
        return SYNTAX.matcher(header).matches() ? Optional.of(new EntityTag(header)) : Optional.empty();
    }
}
