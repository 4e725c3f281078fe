package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds matchers of Pact's libraries that were left in a body. They belong to the code that records a contract; in a file, they are part of
 * the example.
 */
final class LeftoverMatchers {

    private static final String MATCHER = "pact:matcher:type";
    private static final String RUBY_CLASS = "json_class";
    private static final String RUBY_MODULE = "Pact::";

    private LeftoverMatchers() {}

    /** @param body as JSON; text is not looked into */
    static List<Loss> in(JsonValue body, String place) {
        var losses = new ArrayList<Loss>();
        var open = new ArrayDeque<JsonValue>(); // without recursion, because bodies may be deep
        open.add(body);
        while (!open.isEmpty() && losses.isEmpty()) {
            var value = open.remove();
            if (value instanceof JsonValue.Object object) {
                name(object, losses, place);
                open.addAll(object.getEntries().values());
            } else if (value instanceof JsonValue.Array array) {
                open.addAll(array.getValues());
            }
        }
        return losses;
    }

    private static void name(JsonValue.Object object, List<Loss> losses, String place) {
        var ruby = object.get(RUBY_CLASS).toString();
        if (object.has(MATCHER) || ruby.startsWith(RUBY_MODULE)) {
            losses.add(new Loss(
                    place,
                    "has the matcher \"%s\" in its body, where it is not a rule but part of the example"
                            .formatted(object.has(MATCHER) ? MATCHER : ruby),
                    "record the contract with the library that the matcher is from, or write the rule under"
                            + " \"matchingRules\""));
        }
    }
}
