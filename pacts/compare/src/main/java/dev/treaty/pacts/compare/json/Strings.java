package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.pacts.compare.text.TextSet;

/** Which texts are accepted where pact-jvm compares texts rather than JSON: headers, parameters, metadata, names of members. */
public final class Strings {

    private Strings() {}

    /**
     * The texts that rules accept.
     *
     * @param numbersAreText whether rules for numbers accept the text of a number
     */
    public static TextSet accepted(String expected, MatchingRuleGroup rules, boolean numbersAreText) {
        return new ExpectedText(Kind.STRING, expected, expected, numbersAreText)
                .accepted(rules, Kind.STRING, text -> text);
    }
}
