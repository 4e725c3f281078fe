package dev.treaty.stubs.matching.pact;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a JSON body, and the rules for it; as a list, the steps to it, which are written down only if a mismatch names them. */
final class JsonPlace extends AbstractList<String> {

    private final @Nullable JsonPlace parent;
    private final Object step;
    private final int depth;
    private final JsonRules rules;
    private @Nullable List<String> steps;

    private JsonPlace(@Nullable JsonPlace parent, Object step, JsonRules rules) {
        this.parent = parent;
        this.step = step;
        this.rules = rules;
        depth = parent == null ? 1 : parent.depth + 1;
    }

    /** The body itself. */
    static JsonPlace root(JsonRules rules) {
        return new JsonPlace(null, "$", rules);
    }

    /** The same place, judged by other rules. */
    JsonPlace with(JsonRules others) {
        return new JsonPlace(parent, step, others);
    }

    /** An element of a list. */
    JsonPlace at(int index) {
        return new JsonPlace(this, index, rules.at(index));
    }

    /** A member of an object. */
    JsonPlace at(String name) {
        return new JsonPlace(this, name, rules.at(name));
    }

    /** The rules for this place. */
    JsonRules rules() {
        return rules;
    }

    @Override
    public String get(int index) {
        if (steps == null) {
            steps = written();
        }
        return steps.get(index);
    }

    private List<String> written() {
        var all = new ArrayDeque<String>(depth);
        for (var place = this; place != null; place = place.parent) {
            all.addFirst(place.step.toString());
        }
        return List.copyOf(all);
    }

    @Override
    public int size() {
        return depth;
    }
}
