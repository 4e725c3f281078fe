package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * The recipient's address. It becomes a header of a mail, so it must contain nothing that adds another header or another
 * recipient.
 *
 * @param value e.g. {@code ada@example.org}
 */
public record EmailAddress(String value) {

    /** RFC 5321 limits a path to 254 octets without its angle brackets. */
    private static final Pattern SYNTAX = Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl},;<>@]+@[^\\s\\p{Cntrl},;<>@]+");

    /** Refuses what is not an address. */
    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An e-mail address does not consist of a name, an @ and a domain.",
                            "an address of %d characters".formatted(value.length()),
                            "check it with EmailAddress.isValid first")
                    .toString());
        }
    }

    /** Whether a string is an address. */
    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }
}
