package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.List;

/** Reads what is inside of lists and objects. */
interface ShapeSource {

    /** The shape of an expected value at a path. */
    Shape read(JsonValue expected, List<String> path);

    /** The same with other rules. */
    ShapeSource with(MatchingContext rules);
}
