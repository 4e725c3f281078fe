package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.BodyText;
import java.util.ArrayList;
import java.util.List;

/** The steps to a value, as pact-jvm writes them: {@code ["$", "items", "0"]}. */
final class Steps {

    static final List<String> ROOT = List.of("$");

    private Steps() {}

    static List<String> plus(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** As people write it: {@code $.items[0]}. */
    static String text(List<String> path) {
        return PathExpressionsKt.constructPath(path);
    }

    /** A value that makes the difference itself. */
    static Counterexample example(JsonValue value, List<String> path) {
        return new Counterexample(value, text(path), BodyText.of(value));
    }
}
