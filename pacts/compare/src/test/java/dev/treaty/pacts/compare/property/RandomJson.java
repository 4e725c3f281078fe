package dev.treaty.pacts.compare.property;

import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Random JSON, with what is hard to compare: numbers in several spellings, texts of other types, empty values, names with dots and quotes. */
final class RandomJson {

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1",
            "-1",
            "42",
            "100000000000000000000000000000",
            "1.0",
            "1.50",
            "0.0",
            "1e400",
            "1e-5",
            "1E+2",
            "15e-1",
            "10e-1",
            "0e0",
            "2.5e3",
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"ab\"",
            "\"abab\"",
            "\"A\"",
            "\"owner\"",
            "\"editor\"",
            "\"1\"",
            "\"1.0\"",
            "\"true\"",
            "\"null\"",
            "\"[1]\"",
            "\"{}\"",
            "\"ü\"",
            "\"\uD83D\uDE00\"",
            "\"a.b\"",
            "\"a\\nb\"",
            "\"2026-01-15\"",
            "\"15/01/2026\"",
            "\"2026-01-15T09:30:00Z\"",
            "\"09:30:00\"",
            "\"1.2.3\"",
            "\" \"");

    private static final List<String> NAMES =
            List.of("a", "b", "id", "a.b", "x y", "a'b", "a\"b", "0", "1", "*", "$", "é", "A");

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    JsonValue any() {
        return any(0);
    }

    private JsonValue any(int depth) {
        var choice = random.nextInt(10);
        if (depth < 3 && choice < (depth == 0 ? 6 : 2)) {
            return object(depth);
        } else if (depth < 3 && choice < (depth == 0 ? 8 : 4)) {
            return list(depth);
        }
        return scalar();
    }

    JsonValue scalar() {
        return JsonParser.parseString(pick(SCALARS));
    }

    String name() {
        return pick(NAMES);
    }

    private JsonValue object(int depth) {
        var members = new LinkedHashMap<String, JsonValue>();
        for (var i = random.nextInt(4); i > 0; i--) {
            members.put(name(), any(depth + 1));
        }
        return new JsonValue.Object(members);
    }

    private JsonValue list(int depth) {
        var elements = new ArrayList<JsonValue>();
        var first = any(depth + 1);
        for (var i = random.nextInt(4); i > 0; i--) {
            elements.add(random.nextBoolean() ? first : any(depth + 1));
        }
        return new JsonValue.Array(elements);
    }

    /** The same value with one difference somewhere. */
    JsonValue changed(JsonValue value) {
        if (random.nextInt(8) == 0) {
            return any(1);
        } else if (value instanceof JsonValue.Object object) {
            return changedObject(object);
        } else if (value instanceof JsonValue.Array array) {
            return changedList(array);
        }
        return scalar();
    }

    private JsonValue changedObject(JsonValue.Object object) {
        var members = new LinkedHashMap<>(object.getEntries());
        var names = new ArrayList<>(members.keySet());
        var choice = random.nextInt(5);
        if (names.isEmpty() || choice == 0) {
            members.put(name(), any(2));
        } else if (choice == 1) {
            members.remove(pick(names));
        } else {
            members.computeIfPresent(pick(names), (name, value) -> changed(value));
        }
        return new JsonValue.Object(members);
    }

    private JsonValue changedList(JsonValue.Array array) {
        var elements = new ArrayList<>(array.getValues());
        var choice = random.nextInt(5);
        if (elements.isEmpty() || choice == 0) {
            for (var i = random.nextInt(3); i >= 0; i--) {
                elements.add(elements.isEmpty() ? any(2) : pick(elements));
            }
        } else if (choice == 1) {
            elements.remove(random.nextInt(elements.size()));
        } else {
            var position = random.nextInt(elements.size());
            elements.set(position, changed(elements.get(position)));
        }
        return new JsonValue.Array(elements);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
