package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a caller wants to change: {@code If-Match} (RFC 9110, section 13.1.1). The comparison is strong, so that a weak entity
 * tag never matches.
 */
public record Precondition(String ifMatch) {

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[!#-~\\x80-\\xff]*\"");
    private static final Pattern SYNTAX = Pattern.compile("\\*|%1$s(?:\\s*,\\s*%1$s)*".formatted(ENTITY_TAG.pattern()));

    /**
     * Reads the header field.
     *
     * @throws Problem 428 {@code if-match-missing} or 400 {@code invalid-header}
     */
    public static Precondition of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw PlatformProblems.ifMatchMissing();
        }
        if (!SYNTAX.matcher(ifMatch.strip()).matches()) {
            throw PlatformProblems.invalidHeader("If-Match");
        }
        return new Precondition(ifMatch.strip());
    }

    /**
     * Checks that the workspace is in the version that the caller wants to change.
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
    public static String entityTag(Workspace workspace) {
        return "\"" + workspace.version() + "\"";
    }
}
