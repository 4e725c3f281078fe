package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Expected values that generators replace. When a provider is verified, pact-jvm puts values of the provider's states
 * (<a href="https://docs.pact.io/implementation_guides/jvm/provider#provider-state-generators">Pact, provider-state generators</a>) and random ones
 * into the expected response, too ({@code DefaultResponseGenerator}). What they will be, no contract says, so the example proves nothing about them.
 */
final class GeneratedValues {

    /** Rules that accept the same whatever the example is. */
    private static final List<Class<? extends MatchingRule>> ABOUT_ANSWER = List.of(
            RegexMatcher.class,
            IncludeMatcher.class,
            DateMatcher.class,
            TimeMatcher.class,
            TimestampMatcher.class,
            NumberTypeMatcher.class,
            BooleanMatcher.class,
            NullMatcher.class,
            SemverMatcher.class,
            StatusCodeMatcher.class);

    /** Rules that accept the same for all examples of one type. */
    private static final List<Class<? extends MatchingRule>> ABOUT_TYPE =
            List.of(TypeMatcher.class, NotEmptyMatcher.class);

    private GeneratedValues() {}

    /** The parts of the answer of which nothing is proven, because a generator gives their value before or after. */
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
                .map(place -> place
                        + (isState(known.get(place)) || isState(wanted.get(place))
                                ? ", whose value the provider's state gives"
                                : ", whose value a generator gives"))
                .distinct()
                .toList();
    }

    private static boolean isState(@Nullable Generator generator) {
        return generator instanceof ProviderStateGenerator;
    }

    private static Map<GeneratedPlace, Generator> generators(HttpResponse response) {
        var generators = new TreeMap<GeneratedPlace, Generator>();
        response.getGenerators()
                .getCategories()
                .forEach((category, byPath) -> byPath.forEach((path, generator) -> {
                    if (isForProvider(generator)) {
                        GeneratedPlace.of(category, path, response).forEach(place -> generators.put(place, generator));
                    }
                }));
        return generators;
    }

    /** A list that must contain some elements keeps its example, but for values with rules of their own. */
    private static boolean isForProvider(Generator generator) {
        return generator.correspondsToMode(GeneratorTestMode.Provider)
                && !generator.getType().equals("ArrayContains");
    }

    /**
     * The same value with the same rules; or values that no rule compares with the example, so that the rules decide. A value that only the new
     * contract wants from the state is never decided: the provider may not give it.
     */
    private static boolean isDecided(
            GeneratedPlace place,
            @Nullable Generator known,
            @Nullable Generator wanted,
            HttpResponse before,
            HttpResponse after) {
        var isSame = wanted != null && wanted.equals(known);
        if (isSame && isSingle(place, before, after) && place.rules(before).equals(place.rules(after))) {
            return true;
        } else if (isState(wanted) && !isSame) {
            return false;
        }
        return isIrrelevant(place, known, before) && isIrrelevant(place, wanted, after);
    }

    /** Of a list or an object, the rules for its parts would count, too. */
    private static boolean isSingle(GeneratedPlace place, HttpResponse before, HttpResponse after) {
        return (place.example(before).isPresent() && place.example(after).isPresent())
                || (before.getMatchingRules().equals(after.getMatchingRules())
                        && before.getBody().equals(after.getBody()));
    }

    private static boolean isIrrelevant(GeneratedPlace place, @Nullable Generator generator, HttpResponse response) {
        return generator == null
                || place.rules(response)
                        .filter(rules -> areIndependent(rules, generator, place.example(response)))
                        .isPresent();
    }

    private static boolean areIndependent(MatchingRuleGroup rules, Generator generator, Optional<JsonValue> example) {
        return rules.getRules().stream()
                .map(MatchingRule::getClass)
                .allMatch(rule -> ABOUT_ANSWER.contains(rule)
                        || (ABOUT_TYPE.contains(rule)
                                && example.filter(value -> hasTypeOf(generator, value))
                                        .isPresent()));
    }

    private static boolean hasTypeOf(Generator generator, JsonValue example) {
        return switch (generator.getType()) {
            case "RandomInt", "RandomDecimal" -> example.isNumber();
            case "RandomBoolean" -> example.isBoolean();
            case "RandomString", "RandomHexadecimal", "Regex", "Uuid", "Date", "Time", "DateTime" -> example.isString();
            default -> false;
        };
    }
}
