package dev.treaty.provider.workspaceservice.workspaces;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;

/** What fields may contain: each rule returns what is wrong with a text; empty if nothing is. */
public final class FieldRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private FieldRules() {}

    /** What is wrong with the name of a workspace; empty if nothing is. */
    public static Optional<String> name(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
            return Optional.of("must have at most " + LONGEST_NAME + " characters");
        }
        return printable(text);
    }

    /** No longer than SMTP allows (RFC 5321, section 4.5.3.1.3). */
    public static Optional<String> email(String text) {
        if (text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).matches()) {
            return Optional.of("must be an e-mail address");
        }
        return printable(text);
    }

    /** Nobody can be invited as the owner. */
    public static Optional<String> invitedRole(String text) {
        return Role.of(text).filter(role -> role != Role.OWNER).isPresent()
                ? Optional.empty()
                : Optional.of("must be editor or viewer");
    }

    /** PostgreSQL stores neither U+0000 nor halves of surrogate pairs. */
    private static Optional<String> printable(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                        || !UTF_8.newEncoder().canEncode(text)
                ? Optional.of("must not contain control characters")
                : Optional.empty();
    }
}
