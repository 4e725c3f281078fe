package dev.treaty.pacts.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What all pages look like: one typeface of the system, one accent colour, light and dark. */
public final class StyleSheet {

    private StyleSheet() {}

    /** The style sheet that all pages share; a page may add its own. */
    public static String shared() {
        try (var stream = StyleSheet.class.getResourceAsStream("shared.css")) {
            if (stream == null) {
                throw new IllegalStateException("the jar has no shared.css");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
