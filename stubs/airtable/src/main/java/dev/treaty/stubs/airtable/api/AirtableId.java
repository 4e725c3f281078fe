package dev.treaty.stubs.airtable.api;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Airtable's ids: three letters that say what it is, and 14 letters and digits, e.g. {@code recL4kq0Xz9aB3cD7}. */
public final class AirtableId {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 14;
    private static final Pattern RANDOM_PART = Pattern.compile("[A-Za-z0-9]{%d}".formatted(LENGTH));
    private static final SecureRandom RANDOM = new SecureRandom();

    private AirtableId() {}

    /** A new id, e.g. of a record with the prefix {@code "rec"}. */
    public static String random(String prefix) {
        var id = new StringBuilder(prefix);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }

    /** Whether a text is an id with this prefix. */
    public static boolean isId(String prefix, String text) {
        return text.startsWith(prefix)
                && RANDOM_PART.matcher(text.substring(prefix.length())).matches();
    }
}
