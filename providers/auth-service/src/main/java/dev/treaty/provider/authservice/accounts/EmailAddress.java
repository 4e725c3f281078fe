package dev.treaty.provider.authservice.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, which people sign in with.
 *
 * @param text as the person wrote it, e.g. {@code "Ada@example.org"}
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;

    /**
     * Two parts around one @, without what only a mistake or an attack puts there: spaces, invisible characters (\p{C}), and separators of
     * addresses in a header. Only a message to the address could show whether it exists.
     */
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{C},;:<>()@]+@[^\\s\\p{C},;:<>()@]+");

    /** The address; empty if the text is not one. */
    public static Optional<EmailAddress> parse(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /** The form in which addresses are compared: {@code ADA@example.org} and {@code ada@example.org} are the same. */
    public String compared() {
        return text.toLowerCase(Locale.ROOT);
    }
}
