package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.List;

/** A comparison of JSON to which the rules for a whole list hand its elements, and report what they found. */
interface ElementComparison {

    /** Compares an element with what is expected at its place. */
    void compare(JsonPlace place, JsonValue expected, JsonValue actual);

    /** Whether an element is what is expected at a place; reports nothing. */
    boolean accepts(JsonPlace place, JsonValue expected, JsonValue actual);

    /** What is reported about an element, instead of reporting it. */
    List<BodyItemMatchResult> resultsOf(JsonPlace place, JsonValue expected, JsonValue actual);

    /** Reports that what is at a place was not expected. */
    void refuse(JsonPlace place, Object expected, Object actual, String message);

    /** Reports what pact-jvm found at a place; no mismatch if it accepts it. */
    void report(JsonPlace place, List<BodyMismatch> found);

    /** Reports what pact-jvm found at several places. */
    void report(List<BodyItemMatchResult> found);

    /** Whether further mismatches make no difference. */
    boolean hasEnough();
}
