package dev.treaty.provider.authservice.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A password as typed; never shown. */
public record Password(String text) {

    /** Characters (code points). Beyond it, {@link #bytes} could take minutes: the time grows with the square of the number of accents. */
    static final int LONGEST = 128;

    /** A string in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Password {}

    /** The number of characters (code points). */
    int length() {
        return text.codePointCount(0, text.length());
    }

    /** Whether nobody can have it. */
    boolean isTooLong() {
        return length() > LONGEST;
    }

    /** The bytes to hash, which are the same whichever keyboard it was typed on (NIST SP 800-63B, section 3.1.1.2). */
    byte[] bytes() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
