package dev.treaty.stubs.export.value;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Translates the values of one parameter of a query or a form; WireMock has the same patterns for both. */
public final class ParameterTranslator {

    private final String place;
    private final List<@Nullable String> values;
    private final MappingDraft draft;

    /**     * For one parameter.
     *
     * @param place e.g. {@code "query limit"}
     * @param values in the contract, at least one; {@code null} is WireMock's empty one
     */
    public ParameterTranslator(String place, List<@Nullable String> values, MappingDraft draft) {
        this.place = place;
        this.values = values;
        this.draft = draft;
    }

    /** Without a rule: these values in this order. */
    private ObjectNode exact() {
        var deviations = ofSeveral(values, false);
        var pattern = pattern(value -> new Equal(value == null ? "" : value));
        draft.rule(place, MappingDraft.EQUAL, pattern.fieldNames().next(), deviations);
        return pattern;
    }

    /** With rules: each value must match them. */
    private ObjectNode ruled(MatchingRuleGroup group, TextTranslation.Place where) {
        var deviations = ofSeveral(values, true);
        deviations.add(Deviation.NUMBER_OF_VALUES);
        var pattern = pattern(value -> {
            var text = TextTranslation.of(group, value == null ? "" : value, where);
            deviations.addAll(text.deviations());
            return text.pattern();
        });
        draft.rule(place, MappingDraft.describe(group), pattern.fieldNames().next(), deviations);
        return pattern;
    }

    /** How several values deviate: {@code hasExactly} only checks that each pattern matches some value. */
    public static Set<Deviation> ofSeveral(List<@Nullable String> values, boolean ruled) {
        var deviations = EnumSet.noneOf(Deviation.class);
        var distinct = new HashSet<>(values).size();
        if (distinct > 1) {
            deviations.add(Deviation.ORDER_OF_VALUES);
        }
        if (values.size() > 1 && (ruled || distinct < values.size())) {
            deviations.add(Deviation.VALUE_FOR_SEVERAL);
        }
        return deviations;
    }

    private ObjectNode pattern(Function<@Nullable String, TextPattern> form) {
        if (values.size() == 1) {
            return form.apply(values.get(0)).json();
        }
        var exactly = JsonNodeFactory.instance.objectNode();
        var each = exactly.putArray("hasExactly");
        values.forEach(value -> each.add(form.apply(value).json()));
        return exactly;
    }

    /** By the rules that the context has for a path, or else for equality. */
    public ObjectNode translate(MatchingContext context, List<String> path, TextTranslation.Place where) {
        var group = context.selectBestMatcher(path);
        var isEqual = group.getRules().stream().allMatch(EqualsMatcher.class::isInstance);
        return context.matcherDefined(path) && !isEqual ? ruled(group, where) : exact();
    }
}
