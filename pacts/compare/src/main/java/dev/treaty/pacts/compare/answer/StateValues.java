package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Expected values that the provider's states replace when it is verified
 * (<a href="https://docs.pact.io/implementation_guides/jvm/provider#provider-state-generators">Pact, provider-state generators</a>). What they will be,
 * no contract says, so the example proves nothing about them. Other generators only make values for consumers.
 */
final class StateValues {

    private StateValues() {}

    /** The parts of the answer of which nothing is proven, because a state gives their value before or after. */
    static List<String> undecided(V4Interaction before, V4Interaction after) {
        return before instanceof V4Interaction.SynchronousHttp one
                        && after instanceof V4Interaction.SynchronousHttp other
                ? undecided(one.getResponse(), other.getResponse())
                : List.of();
    }

    private static List<String> undecided(HttpResponse before, HttpResponse after) {
        var known = generators(before);
        var wanted = generators(after);
        var all = new TreeSet<>(known.keySet());
        all.addAll(wanted.keySet());
        return all.stream()
                .filter(place -> !isDecided(place, known.get(place), wanted.get(place), before, after))
                .map(place -> place + ", whose value the provider's state gives")
                .toList();
    }

    private static Map<Place, Generator> generators(HttpResponse response) {
        var generators = new TreeMap<Place, Generator>();
        response.getGenerators()
                .getCategories()
                .forEach((category, byPath) -> byPath.forEach((path, generator) -> {
                    if (generator instanceof ProviderStateGenerator) {
                        generators.put(new Place(category, path), generator);
                    }
                }));
        return generators;
    }

    /** The same value with the same rules; or a value that no rule compares with the example, and that the state need not give any more. */
    private static boolean isDecided(
            Place place,
            @Nullable Generator known,
            @Nullable Generator wanted,
            HttpResponse before,
            HttpResponse after) {
        var rulesBefore = place.rules(before);
        var rulesAfter = place.rules(after);
        if (known != null && known.equals(wanted)) {
            return rulesBefore.equals(rulesAfter) || (ignoreExample(rulesBefore) && ignoreExample(rulesAfter));
        }
        return wanted == null && ignoreExample(rulesBefore) && ignoreExample(rulesAfter);
    }

    private static boolean ignoreExample(Optional<MatchingRuleGroup> rules) {
        return rules.filter(MetadataRules::areAboutText).isPresent();
    }

    /** Where a generator puts a value. */
    private record Place(Category category, String path) implements Comparable<Place> {

        Optional<MatchingRuleGroup> rules(HttpResponse response) {
            var rules =
                    response.getMatchingRules().rulesForCategory(category.name().toLowerCase(Locale.ROOT));
            var context = new MatchingContext(rules, true, Map.of(), false);
            var steps = category == Category.BODY ? steps() : List.of(path);
            Comparator<String> names =
                    category == Category.BODY ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER;
            return context.matcherDefined(steps, names)
                    ? Optional.of(context.selectBestMatcher(steps, names))
                    : Optional.empty();
        }

        private List<String> steps() {
            return PathExpressionsKt.parsePath(path).stream()
                    .map(token -> token.rawString())
                    .toList();
        }

        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return category == Category.BODY ? path : category.name().toLowerCase(Locale.ROOT) + " " + path;
        }
    }
}
