package dev.treaty.pacts.compare.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import dev.treaty.pacts.compare.json.Strings;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/** Compares forms as pact-jvm's {@code FormPostContentMatcher} does. A parameter with rules may have more values than its example, not fewer. */
final class FormComparison {

    private final ExpectedAnswer before;
    private final Answer base;
    private final Map<String, List<String>> known;
    private final Map<String, List<String>> wanted;
    private final MatchingContext rulesBefore;
    private final MatchingContext rulesAfter;

    /** @param base an answer that was accepted before */
    FormComparison(ExpectedAnswer before, ExpectedAnswer after, Answer base) {
        this.before = before;
        this.base = base;
        known = parameters(before);
        wanted = parameters(after);
        rulesBefore = before.bodyContext();
        rulesAfter = after.bodyContext();
    }

    private static Map<String, List<String>> parameters(ExpectedAnswer expected) {
        var parameters = new LinkedHashMap<String, List<String>>();
        var type = expected.body().getContentType();
        WWWFormCodec.parse(expected.body().valueAsString(), type.asCharset())
                .forEach(pair -> parameters
                        .computeIfAbsent(pair.getName(), name -> new ArrayList<>())
                        .add(text(pair.getValue())));
        return parameters;
    }

    private static String text(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a parameter of the form has no value");
        }
        return value;
    }

    AnswerDifference difference() {
        return wanted.entrySet().stream()
                .map(parameter -> difference(parameter.getKey(), parameter.getValue()))
                .reduce(unexpected(), AnswerDifference::and);
    }

    private AnswerDifference unexpected() {
        return rulesAfter.getAllowUnexpectedKeys()
                ? AnswerDifference.NONE
                : known.keySet().stream()
                        .filter(name -> !wanted.containsKey(name))
                        .map(name -> AnswerDifference.of(base, "parameter " + name, "unexpected"))
                        .reduce(AnswerDifference.NONE, AnswerDifference::and);
    }

    private AnswerDifference difference(String name, List<String> values) {
        var at = "parameter " + name;
        if (!known.containsKey(name)) {
            return AnswerDifference.of(withParameter(name, List.of()), at, "missing");
        }
        var valuesBefore = known.getOrDefault(name, List.of());
        var isRuled = rulesBefore.matcherDefined(List.of("$", name));
        if (!rulesAfter.matcherDefined(List.of("$", name))) {
            return isRuled
                    ? notOnly(name, valuesBefore, values, at)
                    : valuesBefore.equals(values)
                            ? AnswerDifference.NONE
                            : AnswerDifference.of(base, at, String.join(", ", valuesBefore));
        }
        if (valuesBefore.size() < values.size()) {
            return AnswerDifference.of(base, at, String.join(", ", valuesBefore));
        }
        return isRuled ? eachValue(name, valuesBefore, values, at) : onlyValues(name, valuesBefore, values, at);
    }

    /** With rules, there may be any number of values; without, there are as many as in the example. */
    private AnswerDifference notOnly(String name, List<String> valuesBefore, List<String> values, String at) {
        var twice = new ArrayList<>(valuesBefore);
        twice.addAll(valuesBefore);
        var many = new ArrayList<>(twice);
        if (many.size() == values.size()) {
            many.addAll(valuesBefore);
        }
        return AnswerDifference.of(withParameter(name, many), at, String.join(", ", many))
                .and(difference(
                        name, 0, accepted(rulesBefore, name, 0, valuesBefore), TextSets.only(values.get(0)), at));
    }

    private AnswerDifference onlyValues(String name, List<String> valuesBefore, List<String> values, String at) {
        for (var i = 0; i < valuesBefore.size(); i++) {
            if (!accepted(rulesAfter, name, i, values).contains(valuesBefore.get(i))) {
                return AnswerDifference.of(base, at, valuesBefore.get(i));
            }
        }
        return AnswerDifference.NONE;
    }

    private AnswerDifference eachValue(String name, List<String> valuesBefore, List<String> values, String at) {
        var difference = AnswerDifference.NONE;
        var end = valuesBefore.size() * values.size() + positions();
        for (var i = 0; i < end; i++) {
            difference = difference.and(difference(
                    name, i, accepted(rulesBefore, name, i, valuesBefore), accepted(rulesAfter, name, i, values), at));
        }
        return difference;
    }

    /** One more than the last that a rule mentions; beyond, all have the same. */
    private int positions() {
        return Stream.of(rulesBefore, rulesAfter)
                        .flatMap(rules -> rules.getMatchers().getMatchingRules().keySet().stream())
                        .flatMap(path -> PathExpressionsKt.parsePath(path).stream())
                        .mapToInt(token -> token instanceof PathToken.Index index ? index.getIndex() + 1 : 0)
                        .max()
                        .orElse(0)
                + 1;
    }

    private AnswerDifference difference(String name, int position, TextSet from, TextSet to, String at) {
        var difference = TextDifference.between(from, to, TextSets.WELL_FORMED);
        if (difference.isNone()) {
            return AnswerDifference.NONE;
        }
        return difference
                .example()
                .map(text -> AnswerDifference.of(withParameter(name, valuesWith(name, position, text)), at, text))
                .orElseGet(() -> AnswerDifference.undecided(at));
    }

    private List<String> valuesWith(String name, int position, String value) {
        var examples = known.getOrDefault(name, List.of());
        var values = new ArrayList<String>();
        for (var i = 0; i < Math.max(examples.size(), position + 1); i++) {
            values.add(i == position ? value : examples.get(i % examples.size()));
        }
        return values;
    }

    private static TextSet accepted(MatchingContext rules, String name, int position, List<String> examples) {
        var group = rules.selectBestMatcher(List.of("$", name, "" + position));
        return Strings.accepted(examples.get(position % examples.size()), group, false);
    }

    private Answer withParameter(String name, List<String> values) {
        var all = new LinkedHashMap<>(known);
        all.put(name, values);
        var text = all.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return base.withBody(OptionalBody.body(text.getBytes(UTF_8), before.type()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
