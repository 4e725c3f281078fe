package dev.treaty.consumer.apigateway.workspaces;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Which versions of a workspace a caller is willing to change: {@code If-Match} (RFC 9110, section 13.1.1).
 *
 * @param value as in the header: {@code *} for any version, or entity tags with commas between them
 */
public record IfMatch(String value) {

    private static final String ANY = "*";

    /** One element of a list, which may be empty (RFC 9110, section 5.6.1), and the comma after it. */
    private static final Pattern ELEMENT = Pattern.compile("[ \\t]*((?:W/)?\"[!#-~]*\")?[ \\t]*(?:,|\\z)");

    /** Refuses what is neither a list of entity tags nor {@code *}. */
    public IfMatch {
        if (!value.strip().equals(ANY) && !isList(value)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An If-Match is neither * nor a list of entity tags.",
                            "an If-Match of %d characters".formatted(value.length()),
                            "refuse the caller with 400; RFC 9110, section 13.1.1 has the syntax")
                    .toString());
        }
    }

    /** This version, and no other. */
    public static IfMatch only(EntityTag version) {
        return new IfMatch(version.value());
    }

    /** Not one regular expression, because Java's would run out of stack on a long list. */
    private static boolean isList(String value) {
        var element = ELEMENT.matcher(value);
        var hasTag = false;
        while (element.regionStart() < value.length()) {
            if (!element.lookingAt()) {
                return false;
            }
            hasTag |= element.group(1) != null;
            element.region(element.end(), value.length());
        }
        return hasTag;
    }
}
