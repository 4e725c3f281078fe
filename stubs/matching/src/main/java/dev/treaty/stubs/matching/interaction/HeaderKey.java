package dev.treaty.stubs.matching.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which values of a header a generator replaces. Names ignore case (RFC 9110, section 5.1), and pact-jvm's DSL writes {@code X-Id[1]} for the second of
 * several values.
 *
 * @param index of the value; negative if there is only one, which replaces all
 */
record HeaderKey(String name, int index) {

    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,6})]");
    private static final int ALL = -1;

    /** @param headers of the example, by name */
    static HeaderKey of(String key, Map<String, List<String>> headers) {
        var indexed = INDEXED.matcher(key);
        return indexed.matches()
                ? new HeaderKey(known(indexed.group(1), headers), Integer.parseInt(indexed.group(2)))
                : new HeaderKey(known(key, headers), ALL);
    }

    private static String known(String name, Map<String, List<String>> headers) {
        return headers.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** The values of the header with this one in its place. */
    List<String> replacedIn(List<String> values, String value) {
        if (index < 0 || index >= values.size()) {
            return index < 0 || values.isEmpty() ? List.of(value) : values;
        }
        var replaced = new ArrayList<>(values);
        replaced.set(index, value);
        return replaced;
    }
}
