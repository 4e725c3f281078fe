package dev.treaty.stubs.sendgrid.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses. */
public final class EmailAddresses {

    private static final Pattern VALID =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]+@[^\\s@<>\"(),:;\\[\\]\\\\_]+\\.[^\\s@.<>\"(),:;\\[\\]\\\\_]+");

    private EmailAddresses() {}

    /** Whether mail could be sent to a text. */
    public static boolean isValid(String text) {
        return text.length() <= 320 && VALID.matcher(text).matches();
    }

    /** The part after the at sign, in lower case. */
    public static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The part before the at sign, in lower case. */
    public static String localPart(String email) {
        return email.substring(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase(Locale.ROOT);
    }

    /** By which an address is found: its case does not matter. */
    public static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
