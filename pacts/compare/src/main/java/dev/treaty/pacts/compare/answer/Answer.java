package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.OptionalBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response or message of a provider.
 *
 * @param status the status code; {@value #NO_STATUS} for a message
 * @param fields the headers of a response, the metadata of a message
 * @param body the body of a response, the contents of a message
 */
public record Answer(int status, Map<String, List<String>> fields, OptionalBody body) {

    /** The status of a message. */
    public static final int NO_STATUS = 0;

    /** Sorts the fields, whose names ignore case. */
    public Answer {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(fields);
        fields = sorted;
    }

    Answer withStatus(int other) {
        return new Answer(other, fields, body);
    }

    /** Replaces one value of a field. Where it has fewer values, they are repeated; if it is missing, the field gets this value only. */
    Answer withField(String name, int index, String value) {
        var known = fields.getOrDefault(name, List.of());
        var values = new ArrayList<>(known);
        while (values.size() <= index) {
            values.add(known.isEmpty() ? value : known.get(values.size() % known.size()));
        }
        values.set(index, value);
        var changed = new TreeMap<>(fields);
        changed.put(name, values);
        return new Answer(status, changed, body);
    }

    Answer withoutField(String name) {
        var changed = new TreeMap<>(fields);
        changed.remove(name);
        return new Answer(status, changed, body);
    }

    Answer withBody(OptionalBody other) {
        return new Answer(status, fields, other);
    }
}
