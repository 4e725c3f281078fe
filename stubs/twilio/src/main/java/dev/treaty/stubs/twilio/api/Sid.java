package dev.treaty.stubs.twilio.api;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Twilio's ids: two letters that say what it is, and 32 hexadecimal digits.
 *
 * @see <a href="https://www.twilio.com/docs/glossary/what-is-a-sid">Twilio, String Identifier</a>
 */
public final class Sid {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

    private Sid() {}

    /**
     * A new one.
     *
     * @param prefix e.g. {@code "SM"}
     */
    public static String random(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /** Whether a text has the form of an id with this prefix. */
    public static boolean isSid(String text, String prefix) {
        return text.startsWith(prefix) && FORM.matcher(text).matches();
    }
}
