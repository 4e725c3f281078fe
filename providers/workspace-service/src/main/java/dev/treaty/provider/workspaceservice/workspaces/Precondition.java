package dev.treaty.provider.workspaceservice.workspaces;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a workspace that a caller is willing to change: {@code If-Match} (RFC 9110, section 13.1.1). The comparison is strong, so
 * that a weak entity tag never matches.
 *
 * @param entityTags with their quotes; a {@code *} stands for any version
 */
public record Precondition(Set<String> entityTags) {

    private static final String ANY = "*";

    /**
     * One element of a list, which may also be empty (RFC 9110, section 5.6.1), and the comma after it. The list is not one expression,
     * because Java's would run out of stack on a long one.
     */
    private static final Pattern ELEMENT = Pattern.compile("[ \\t]*((?:W/)?\"[!#-~\\x80-\\xff]*\")?[ \\t]*(?:,|\\z)");

    /** Copies the entity tags. */
    public Precondition {
        entityTags = Set.copyOf(entityTags);
    }

    /**
     * Reads the header field.
     *
     * @throws Problem 428 {@code if-match-missing} or 400 {@code invalid-header}
     */
    public static Precondition of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw PlatformProblems.ifMatchMissing();
        }
        var tags = ifMatch.strip().equals(ANY) ? Set.of(ANY) : list(ifMatch);
        if (tags.isEmpty()) {
            throw PlatformProblems.invalidHeader("If-Match");
        }
        return new Precondition(tags);
    }

    private static Set<String> list(String ifMatch) {
        var tags = new HashSet<String>();
        var element = ELEMENT.matcher(ifMatch);
        while (element.regionStart() < ifMatch.length()) {
            if (!element.lookingAt()) {
                throw PlatformProblems.invalidHeader("If-Match");
            }
            if (element.group(1) != null) {
                tags.add(element.group(1));
            }
            element.region(element.end(), ifMatch.length());
        }
        return tags;
    }

    /**
     * Checks that the workspace is in a version that the caller is willing to change.
     *
     * @throws Problem 412 {@code stale-version}
     */
    void check(Workspace workspace) {
        if (!entityTags.contains(ANY) && !entityTags.contains(entityTag(workspace))) {
            throw new Problem(412, "stale-version", "The workspace has been changed meanwhile");
        }
    }

    /** The {@code ETag} of a workspace's version, e.g. {@code "1"} with its quotes. */
    public static String entityTag(Workspace workspace) {
        return "\"" + workspace.version() + "\"";
    }
}
