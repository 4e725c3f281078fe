package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.HeaderParserKt;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Writes a header that is a string as a list with that string. pact-jvm takes a string apart at its commas, and sends each piece in a field
 * of its own: a URL, a date, JSON or a quoted text becomes something else (RFC 9110, section 5.5). A header that is null is none; pact-jvm
 * reads the text "null".
 */
final class HeaderRepair {

    private HeaderRepair() {}

    /**
     * Changes the part in place.
     *
     * @param part a request or a response
     * @param isReceived whether it is a request, whose lists such as Accept are taken apart when they are received, too
     */
    static void repair(JsonValue.Object part, boolean isReceived) {
        if (!(part.get("headers") instanceof JsonValue.Object headers)) {
            return;
        }
        var repaired = new LinkedHashMap<String, JsonValue>();
        headers.getEntries().forEach((name, value) -> {
            if (value instanceof JsonValue.Array values) {
                values.getValues().removeIf(JsonValue::isNull);
            }
            if (!value.isNull()) {
                repaired.put(name, value.isString() && !(isReceived && isList(name)) ? listOf(value) : value);
            }
        });
        part.getEntries().put("headers", new JsonValue.Object(repaired));
    }

    private static boolean isList(String name) {
        return HeaderParserKt.getMULTI_VALUE_HEADERS().contains(name.toLowerCase(Locale.ROOT));
    }

    private static JsonValue listOf(JsonValue value) {
        return new JsonValue.Array(new ArrayList<>(List.of(value)));
    }
}
