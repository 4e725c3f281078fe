package dev.treaty.stubs.export.value;

import java.util.List;
import java.util.stream.Stream;

/**
 * The path of a value, in the segments that pact-jvm compares with a rule's path expression, e.g. {@code ["$", "items", "0"]}.
 */
public final class RulePath {

    private RulePath() {}

    /** The path of a key or an index below another path. */
    public static List<String> child(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
