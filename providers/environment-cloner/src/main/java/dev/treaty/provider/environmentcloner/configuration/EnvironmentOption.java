package dev.treaty.provider.environmentcloner.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An environment on the command line, e.g.
 * {@code training=jdbc:postgresql://db.example/training,kind=training,writer=owner,writer-secret-from=TRAINING_PASSWORD}.
 *
 * @param fields by name; the URL under {@code url}
 */
record EnvironmentOption(String id, Map<String, String> fields) {

    /** A URL may contain commas, e.g. between hosts; it ends where the next field begins. */
    private static final Pattern NEXT_FIELD =
            Pattern.compile(",(?=(?:" + String.join("|", EnvironmentFields.NAMES) + ")=)");

    EnvironmentOption {
        fields = Map.copyOf(fields);
    }

    /** Splits the text up; what is wrong with it is found out later. */
    static EnvironmentOption of(String text) {
        var fields = new LinkedHashMap<String, String>();
        var parts = NEXT_FIELD.split(text, -1);
        var first = parts[0].split("=", 2);
        fields.put("url", first.length > 1 ? first[1] : "");
        for (var index = 1; index < parts.length; index++) {
            var field = parts[index].split("=", 2);
            fields.put(field[0], field[1]);
        }
        return new EnvironmentOption(first[0], fields);
    }
}
