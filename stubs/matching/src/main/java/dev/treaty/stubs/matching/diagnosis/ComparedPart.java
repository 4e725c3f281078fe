package dev.treaty.stubs.matching.diagnosis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One part of a request, beside what an interaction expects there.
 *
 * @param part e.g. {@code "path"}, {@code "query limit"}, {@code "Stripe-Version"}, {@code "body $.amount"}
 * @param expected the contract's example, and the rule that accepts other values; {@code "-"} if the part must be absent
 * @param received {@code "-"} if the part was absent
 * @param differs whether the interaction refuses what was received
 */
@JsonPropertyOrder({"part", "expected", "received", "differs"})
public record ComparedPart(String part, String expected, String received, boolean differs) {

    /** Characters; a whole body would be copied, escaped and sent back several times. */
    private static final int LONGEST = 500;

    /** Cuts long texts. */
    public ComparedPart {
        part = cut(part);
        expected = cut(expected);
        received = cut(received);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : "%s… (%d characters)".formatted(text.substring(0, LONGEST), text.length());
    }
}
