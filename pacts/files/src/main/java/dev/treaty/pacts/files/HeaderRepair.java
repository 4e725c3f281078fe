package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.HeaderParserKt;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a header that is a string as a list with that string. pact-jvm takes a string apart at its commas, and sends each piece in a field
 * of its own: a URL, a date, JSON or a quoted text becomes something else (RFC 9110, section 5.5).
 */
final class HeaderRepair {

    private static final Pattern WORDS = Pattern.compile("[\\w.*-]+(?:\\s*,\\s*[\\w.*-]+)+");

    private HeaderRepair() {}

    /**
     * Changes the part in place.
     *
     * @param part a request or a response
     * @param isReceived whether it is a request: a list of words is left to pact-jvm there, which accepts it in several fields, and takes
     *     lists such as Accept apart when they are received, too
     */
    static void repair(JsonValue.Object part, boolean isReceived) {
        if (!(part.get("headers") instanceof JsonValue.Object headers)) {
            return;
        }
        var repaired = new LinkedHashMap<String, JsonValue>();
        headers.getEntries()
                .forEach((name, value) ->
                        repaired.put(name, value.isString() && !(isReceived && isList(name, value.toString())) ? listOf(value) : value));
        part.getEntries().put("headers", new JsonValue.Object(repaired));
    }

    private static boolean isList(String name, String value) {
        return HeaderParserKt.getMULTI_VALUE_HEADERS().contains(name.toLowerCase(Locale.ROOT))
                || WORDS.matcher(value).matches();
    }

    private static JsonValue listOf(JsonValue value) {
        return new JsonValue.Array(new ArrayList<>(List.of(value)));
    }
}
