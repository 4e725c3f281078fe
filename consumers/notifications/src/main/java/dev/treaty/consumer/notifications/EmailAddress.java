package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Where a notification goes. It becomes a header of a mail, so it may have nothing in it that adds another header or another
 * recipient.
 *
 * @param value e.g. {@code ada@example.org}
 */
public record EmailAddress(String value) {

    /** RFC 5321 allows more than anybody has; 254 octets is its limit for a path without its angle brackets. */
    private static final Pattern SYNTAX = Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl},;<>@]+@[^\\s\\p{Cntrl},;<>@]+");

    /** Refuses what is not an address. */
    public EmailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An e-mail address is not a name, an @ and a domain.",
                            "an address of %d characters".formatted(value.length()),
                            "ask EmailAddress.isOne before")
                    .toString());
        }
    }

    /** Whether a text is an address. */
    public static boolean isOne(String value) {
        return SYNTAX.matcher(value).matches();
    }
}
