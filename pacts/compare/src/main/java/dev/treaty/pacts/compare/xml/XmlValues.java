package dev.treaty.pacts.compare.xml;

import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import dev.treaty.pacts.compare.json.Strings;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of an element, or the value of an attribute, as a contract expects it.
 *
 * @param example what the document of the contract has
 * @param node the same as pact-jvm compares it: a text, or a node of the document
 * @param rule empty if only the example is accepted
 */
record XmlValues(String example, Object node, Optional<MatchingRuleGroup> rule) {

    /** What XML can carry. */
    private static final String CHARACTER = "[\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private static final TextSet ATTRIBUTES = TextSets.matching(CHARACTER + "*");

    /** White space around a text is not compared. */
    private static final TextSet TEXTS =
            TextSets.matching("(?:%1$s(?:%2$s*%1$s)?)?".formatted(CHARACTER.replace("\\t\\n\\r\\x20", "!"), CHARACTER));

    /** Rules that accept the same whatever the example is, among texts and among attributes of one name. */
    private static final Set<String> INDEPENDENT = Set.of(
            "RegexMatcher",
            "TypeMatcher",
            "IncludeMatcher",
            "DateMatcher",
            "TimeMatcher",
            "TimestampMatcher",
            "SemverMatcher",
            "BooleanMatcher",
            "NotEmptyMatcher",
            "NumberTypeMatcher");

    /** How the values that are accepted before and after differ. An example that is not known is the old one. */
    TextDifference difference(XmlValues after) {
        if (after.rule.isEmpty()) {
            return rule.isEmpty() ? only(example.equals(after.example)) : compared(after);
        }
        if (rule.isEmpty()) {
            return only(after.accepts(node));
        }
        return hasSameRules(after) ? TextDifference.NONE : compared(after);
    }

    private TextDifference only(boolean isAccepted) {
        return isAccepted ? TextDifference.NONE : new TextDifference(Optional.of(example), true);
    }

    private boolean accepts(Object actual) {
        try {
            return rule.isPresent()
                    && MatcherExecutorKt.domatch(
                                    rule.get(), List.of("$"), node, actual, BodyMismatchFactory.INSTANCE, null)
                            .isEmpty();
        } catch (Exception e) { // of many types
            return false;
        }
    }

    private boolean hasSameRules(XmlValues after) {
        return rule.equals(after.rule)
                && (example.equals(after.example)
                        || rules().stream()
                                .allMatch(each ->
                                        INDEPENDENT.contains(each.getClass().getSimpleName())));
    }

    private List<MatchingRule> rules() {
        return rule.map(MatchingRuleGroup::getRules).orElse(List.of());
    }

    private TextDifference compared(XmlValues after) {
        return isSimple() && after.isSimple()
                ? TextDifference.between(accepted(), after.accepted(), node instanceof String ? TEXTS : ATTRIBUTES)
                : new TextDifference(Optional.empty(), false);
    }

    private boolean isSimple() {
        return rules().stream()
                .allMatch(each ->
                        each instanceof RegexMatcher || each instanceof TypeMatcher || each instanceof IncludeMatcher);
    }

    private TextSet accepted() {
        return rule.map(group -> Strings.accepted(example, group, false)).orElseGet(() -> TextSets.only(example));
    }
}
