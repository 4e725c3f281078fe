package dev.treaty.pacts.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.CanonicalWriter;
import dev.treaty.pacts.lint.LiveSecret;
import java.util.Locale;

/** A value as a message may show it: on one line, not too long, and never a credential. */
public final class RedactedValue {

    private static final int LONGEST = 160;

    private RedactedValue() {}

    /**
     * The text to show for a value.
     *
     * @param path where the value is, which may tell that it is a credential
     * @param value what is there, or nothing
     */
    public static String of(String path, JsonNode value) {
        if (value.isMissingNode()) {
            return "(none)";
        }
        if (isCredential(path) || LiveSecret.isIn(path, value)) {
            return "(not shown: a credential)";
        }
        var line = CanonicalWriter.line(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static boolean isCredential(String path) {
        var lowerCase = path.toLowerCase(Locale.ROOT);
        return lowerCase.contains(".headers.authorization") || lowerCase.contains(".headers.cookie");
    }
}
