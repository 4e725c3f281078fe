package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version a caller wants to change: {@code If-Match} (RFC 9110, section 13.1.1), which is compared strongly, so that a
 * weak entity tag never matches.
 */
record Precondition(String ifMatch) {

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[!#-~\\x80-\\xff]*\"");
    private static final Pattern SYNTAX = Pattern.compile("\\*|%1$s(?:\\s*,\\s*%1$s)*".formatted(ENTITY_TAG.pattern()));

    /**
     * Reads the header field.
     *
     * @throws Problem 428 {@code precondition-required} if there is none, 400 {@code unreadable-if-match} if it is not one
     */
    static Precondition of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(
                    428, "precondition-required", "If-Match must say which version is to change: its ETag, or *");
        }
        if (!SYNTAX.matcher(ifMatch.strip()).matches()) {
            throw new Problem(400, "unreadable-if-match", "If-Match must be an entity tag in double quotes, or *");
        }
        return new Precondition(ifMatch.strip());
    }

    /**
     * Lets only the version go on that the caller wants to change.
     *
     * @throws Problem 412 {@code stale-version}
     */
    void check(Workspace workspace) {
        var tag = entityTag(workspace);
        var holds = ifMatch.equals("*")
                || ENTITY_TAG
                        .matcher(ifMatch)
                        .results()
                        .anyMatch(given -> given.group().equals(tag));
        if (!holds) {
            throw new Problem(412, "stale-version", "The workspace has been changed meanwhile");
        }
    }

    /** The {@code ETag} of a workspace's version, e.g. {@code "1"} with its quotes. */
    static String entityTag(Workspace workspace) {
        return "\"" + workspace.version() + "\"";
    }
}
