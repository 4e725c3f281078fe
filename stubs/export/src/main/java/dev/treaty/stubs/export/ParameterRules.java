package dev.treaty.stubs.export;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.TextForm.Equal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the values of one parameter must be, of a query or a form; WireMock has the same words for both. */
final class ParameterRules {

    private final String place;
    private final List<@Nullable String> values;
    private final Translation translation;

    /**
     * One parameter.
     *
     * @param place e.g. {@code "query limit"}
     * @param values in the contract, at least one; {@code null} is WireMock's empty one
     */
    ParameterRules(String place, List<@Nullable String> values, Translation translation) {
        this.place = place;
        this.values = values;
        this.translation = translation;
    }

    /** Without a rule: these values in this order. */
    private ObjectNode exact() {
        var losses = ofSeveral(values, false);
        var pattern = pattern(value -> new Equal(value == null ? "" : value));
        translation.rule(place, Translation.EQUAL, pattern.fieldNames().next(), losses);
        return pattern;
    }

    /** With rules: each value must keep them. */
    private ObjectNode ruled(MatchingRuleGroup group, TextRules.Place where) {
        var losses = ofSeveral(values, true);
        losses.add(Loss.NUMBER_OF_VALUES);
        var pattern = pattern(value -> {
            var text = TextRules.of(group, value == null ? "" : value, where);
            losses.addAll(text.losses());
            return text.form();
        });
        translation.rule(place, Translation.words(group), pattern.fieldNames().next(), losses);
        return pattern;
    }

    /** What is lost of several values: {@code hasExactly} looks whether each pattern matches some value. */
    static Set<Loss> ofSeveral(List<@Nullable String> values, boolean ruled) {
        var losses = EnumSet.noneOf(Loss.class);
        var distinct = new HashSet<>(values).size();
        if (distinct > 1) {
            losses.add(Loss.ORDER_OF_VALUES);
        }
        if (values.size() > 1 && (ruled || distinct < values.size())) {
            losses.add(Loss.VALUE_FOR_SEVERAL);
        }
        return losses;
    }

    private ObjectNode pattern(Function<@Nullable String, TextForm> form) {
        if (values.size() == 1) {
            return form.apply(values.get(0)).pattern();
        }
        var exactly = JsonNodeFactory.instance.objectNode();
        var each = exactly.putArray("hasExactly");
        values.forEach(value -> each.add(form.apply(value).pattern()));
        return exactly;
    }

    /** Exact, or ruled, as the context has it for a path. */
    ObjectNode translate(MatchingContext context, List<String> path, TextRules.Place where) {
        var group = context.selectBestMatcher(path);
        var isEqual = group.getRules().stream().allMatch(EqualsMatcher.class::isInstance);
        return context.matcherDefined(path) && !isEqual ? ruled(group, where) : exact();
    }
}
