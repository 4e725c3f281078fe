package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** The rules for headers that a mail adds. */
final class HeaderRules {

    private static final Set<String> RESERVED = Set.of(
            "x-sg-id",
            "x-sg-eid",
            "received",
            "dkim-signature",
            "content-type",
            "content-transfer-encoding",
            "to",
            "from",
            "subject",
            "reply-to",
            "cc",
            "bcc");

    private HeaderRules() {}

    static void check(Problems problems, JsonNode headers, String field) {
        problems.texts(headers, field);
        headers.fieldNames().forEachRemaining(name -> {
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                problems.add(field, "The %s header is reserved, and may not be set.".formatted(name));
            }
        });
    }
}
