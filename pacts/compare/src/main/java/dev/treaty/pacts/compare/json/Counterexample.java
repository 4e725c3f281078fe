package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.support.json.JsonValue;

/**
 * A value that is in one set and probably not in another.
 *
 * @param value the whole value
 * @param at where in it is what makes the difference, e.g. {@code "$.role"}
 * @param shown what is there, as JSON, or that nothing is
 */
public record Counterexample(JsonValue value, String at, String shown) {

    /** The same within a larger value. */
    Counterexample in(JsonValue larger) {
        return new Counterexample(larger, at, shown);
    }
}
