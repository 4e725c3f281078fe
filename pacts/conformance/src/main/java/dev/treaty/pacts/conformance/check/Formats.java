package dev.treaty.pacts.conformance.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The formats of texts that are checked (OpenAPI 3.0.3, section "Data Types"); all others say how to read a text and not which are right. */
final class Formats {

    private Formats() {}

    static boolean allows(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> OffsetDateTime.parse(text); // RFC 3339, section 5.6
                case "date" -> LocalDate.parse(text);
                // vendors call paths without a host so, too
                case "uri" -> new URI(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException | URISyntaxException e) {
            return false;
        }
    }
}
