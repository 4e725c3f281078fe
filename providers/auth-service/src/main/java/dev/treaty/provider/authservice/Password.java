package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A password as a person types it; never shown. */
record Password(String text) {

    /** One text in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Password {}

    /** How many characters it has, as a person counts them. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    /** What is hashed: the same for every keyboard that the person may use (NIST SP 800-63B, section 3.1.1.2). */
    byte[] bytes() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
