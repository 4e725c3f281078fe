package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import dev.treaty.pacts.compare.json.Strings;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Some;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * How the requests that two interactions answer differ.
 *
 * @param examples requests that the one probably answers and the other does not
 * @param isDecided whether there are none if there are no examples
 */
public record RequestDifference(List<Request> examples, boolean isDecided) {

    private static final TextSet PATHS = TextSets.matching("/[!-~]*");

    /** Copies the list. */
    public RequestDifference {
        examples = List.copyOf(examples);
    }

    /** Whether it is proven that no request is refused that was answered. */
    public boolean isNone() {
        return examples.isEmpty() && isDecided;
    }

    /** Whether pact-jvm answers or refuses the same request by chance, so that no example shows anything. */
    public static boolean isDecidedByChance(HttpRequest request) {
        return WholeBody.isDecidedByChance(ExpectedAnswers.request(request));
    }

    /** Compares the requests that are answered before and after. What cannot be read is not decided. */
    public static RequestDifference between(HttpRequest before, HttpRequest after) {
        try {
            return new Parts(before, after).difference();
        } catch (Exception | StackOverflowError e) { // pact-jvm throws exceptions of many types
            return new RequestDifference(List.of(), false);
        }
    }

    /** Compares part by part. */
    private static final class Parts {

        private final HttpRequest before;
        private final HttpRequest after;
        private final Answer base;
        private final List<Request> examples = new ArrayList<>();
        private boolean isDecided = true;

        Parts(HttpRequest before, HttpRequest after) {
            this.before = before;
            this.after = after;
            base = SampleAnswer.of(ExpectedAnswers.request(before));
        }

        RequestDifference difference() {
            if (!before.getMethod().equalsIgnoreCase(after.getMethod())) {
                examples.add(request(before.getPath(), before.getQuery(), base));
            }
            isDecided &= before.cookies().equals(after.cookies());
            path();
            query();
            headersAndBody();
            return new RequestDifference(examples, isDecided);
        }

        private Request request(String path, Map<String, List<String>> query, Answer rest) {
            var headers = new HashMap<>(rest.fields());
            if (!before.cookies().isEmpty()) {
                headers.put("Cookie", before.cookies());
            }
            return new Request(before.getMethod(), path, new HashMap<>(query), headers, rest.body());
        }

        // --- the path ---

        private void path() {
            var difference = TextDifference.between(paths(before), paths(after), PATHS);
            difference.example().ifPresent(path -> examples.add(request(path, before.getQuery(), base)));
            isDecided &= difference.isComplete();
        }

        /** Without rules, pact-jvm also takes the path of the example as a regex. */
        private static TextSet paths(HttpRequest expected) {
            var rules =
                    new MatchingContext(expected.getMatchingRules().rulesForCategory("path"), false, Map.of(), false);
            var path = expected.getPath();
            if (rules.matcherDefined(List.of())) {
                return Strings.accepted(path, rules.selectBestMatcher(List.of()), false);
            }
            try {
                return new Some(List.of(TextSets.only(path), TextSets.matching(path)));
            } catch (PatternSyntaxException e) {
                return TextSets.only(path);
            }
        }

        // --- the query ---

        private void query() {
            var names = before.getQuery().keySet();
            if (!names.equals(after.getQuery().keySet())) {
                examples.add(request(before.getPath(), before.getQuery(), base));
                return;
            }
            for (var name : names) {
                parameter(name, values(before, name), values(after, name));
            }
        }

        private static List<String> values(HttpRequest request, String name) {
            return request.getQuery().getOrDefault(name, List.of());
        }

        private void parameter(String name, List<String> known, List<String> wanted) {
            var rulesBefore = rules(before, name);
            var rulesAfter = rules(after, name);
            if (known.equals(wanted) && rulesBefore.equals(rulesAfter)) {
                return;
            }
            if (known.size() == 1 && wanted.size() == 1 && isSimple(rulesBefore) && isSimple(rulesAfter)) {
                value(name, accepted(rulesBefore, known.get(0)), accepted(rulesAfter, wanted.get(0)));
                isDecided &= rulesBefore.isEmpty() || rulesAfter.isPresent(); // with rules, a parameter may be repeated
            } else {
                examples.add(request(before.getPath(), before.getQuery(), base));
                isDecided = false;
            }
        }

        private static Optional<MatchingRuleGroup> rules(HttpRequest request, String name) {
            var rules =
                    new MatchingContext(request.getMatchingRules().rulesForCategory("query"), false, Map.of(), true);
            return rules.matcherDefined(List.of(name))
                    ? Optional.of(rules.selectBestMatcher(List.of(name)))
                    : Optional.empty();
        }

        /** Other rules may refuse the list of values, whatever is in it. */
        private static boolean isSimple(Optional<MatchingRuleGroup> rules) {
            return rules.isEmpty()
                    || rules.get().getRules().stream()
                            .allMatch(rule -> rule instanceof RegexMatcher || rule instanceof TypeMatcher);
        }

        private static TextSet accepted(Optional<MatchingRuleGroup> rules, String example) {
            return rules.map(group -> Strings.accepted(example, group, true)).orElseGet(() -> TextSets.only(example));
        }

        private void value(String name, TextSet from, TextSet to) {
            var difference = TextDifference.between(from, to, TextSets.WELL_FORMED);
            isDecided &= difference.isComplete();
            difference.example().ifPresent(value -> {
                var query = new LinkedHashMap<>(before.getQuery());
                query.put(name, List.of(value));
                examples.add(request(before.getPath(), query, base));
            });
        }

        // --- headers and body ---

        private void headersAndBody() {
            var from = ExpectedAnswers.request(before);
            var to = ExpectedAnswers.request(after);
            if (from.isSameAs(to)) {
                return;
            }
            var difference = new FieldComparison(from, to, base)
                    .difference()
                    .and(new BodyComparison(from, to, base).difference());
            isDecided &= difference.undecided().isEmpty();
            difference
                    .examples()
                    .forEach(example -> examples.add(request(before.getPath(), before.getQuery(), example.answer())));
        }
    }
}
