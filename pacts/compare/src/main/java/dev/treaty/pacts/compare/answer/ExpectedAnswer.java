package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a contract says about an answer, or about a request, of which headers and body are compared in the same way.
 *
 * @param kind what it is
 * @param status the example's status; 0 if it has none
 * @param statusRules its rules
 * @param fields the headers, by names in any case, or the metadata; each with its values
 * @param nonTexts the metadata whose values are not texts, but numbers or others
 * @param fieldRules their rules
 * @param body the example's body
 * @param type the media type by which the body is compared
 * @param bodyRules the rules for the body
 */
record ExpectedAnswer(
        Kind kind,
        int status,
        MatchingRuleCategory statusRules,
        Map<String, List<String>> fields,
        Set<String> nonTexts,
        MatchingRuleCategory fieldRules,
        OptionalBody body,
        ContentType type,
        MatchingRuleCategory bodyRules) {

    boolean isMessage() {
        return kind == Kind.MESSAGE;
    }

    boolean isPart() {
        return kind == Kind.PART_OF_RESPONSE || kind == Kind.PART_OF_REQUEST;
    }

    /** Whether both say the same, and of rules that compete for a value, the same one is the first. */
    boolean isSameAs(ExpectedAnswer other) {
        return equals(other)
                && RuleOrder.isSame(fieldRules, other.fieldRules)
                && RuleOrder.isSame(bodyRules, other.bodyRules);
    }

    /** The context in which pact-jvm compares the body: only a request must not have more than is expected. */
    MatchingContext bodyContext() {
        return new MatchingContext(bodyRules, kind != Kind.REQUEST && kind != Kind.PART_OF_REQUEST, Map.of(), false);
    }

    String baseType() {
        return String.valueOf(type.getBaseType());
    }

    /** How a part is called that is a header, or an entry of the metadata. */
    String field(String name) {
        return (isMessage() ? "metadata " : "header ") + name;
    }

    /** What can be expected. */
    enum Kind {
        RESPONSE,
        /** Has no status, and its media type is not compared. */
        MESSAGE,
        /** Has no status, and must not have more members than expected. */
        REQUEST,
        /** One part of a multipart body: has no status, and its rules are not for its bytes as a whole. */
        PART_OF_RESPONSE,
        /** The same, and must not have more members than expected. */
        PART_OF_REQUEST
    }
}
