package dev.treaty.stubs.export.body;

import au.com.dius.pact.core.matchers.MatchingContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the schema of any value; a list asks it for the schemas of its elements. */
interface ValueSchema {

    /**
     * The schema of a value.
     *
     * @param path of the value, starting with {@code "$"}
     * @param expected the value in the contract
     */
    ObjectNode of(List<String> path, JsonNode expected, MatchingContext context);

    /** The same for what lies below a path and has rules with paths of its own. */
    ValueSchema inside(List<String> path);
}
