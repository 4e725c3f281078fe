package dev.treaty.provider.authservice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person is written to, and the name to sign in with.
 *
 * @param text as the person wrote it, e.g. {@code "Ada@example.org"}
 */
record EmailAddress(String text) {

    private static final int LONGEST = 254;

    /**
     * Two parts around one @, without what only a slip or an attack puts there: spaces, what cannot be seen (\p{C}), and what
     * separates addresses in a header. Whether the address exists, only a message to it would tell.
     */
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{C},;:<>()@]+@[^\\s\\p{C},;:<>()@]+");

    /** An address, unless the text is none. */
    static Optional<EmailAddress> parse(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /** The form in which addresses are compared: nobody shall register as {@code ADA@example.org} beside {@code ada@example.org}. */
    String compared() {
        return text.toLowerCase(Locale.ROOT);
    }
}
