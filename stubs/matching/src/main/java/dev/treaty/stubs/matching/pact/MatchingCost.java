package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.support.Either;
import dev.treaty.stubs.matching.index.PathPattern;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether comparing a request with a provider's interactions may take long: the time of a regex can grow with a power of the text's
 * length, or exponentially, and a client may send any text. Most regexes are cheap whatever the text ({@link BacktrackingBound}), and cost
 * nothing here. The others are cheap for short texts. What remains is applied once, for so many steps at most, before pact-jvm applies it. Lists
 * whose order does not matter take long, too, if they are long ({@link UnorderedLists}), and so does any body of very many values.
 */
public final class MatchingCost {

    private static final List<String> CATEGORIES = List.of("path", "query", "header", "body");

    /** Bytes of a body with a list whose order does not matter; the time grows with their square, and more. */
    private static final int CHEAP_UNORDERED = 4 << 10;

    /** Bytes of any other body; a comparison by pact-jvm takes up to a microsecond for each of them and each rule. */
    private static final int CHEAP = 32 << 10;

    /** Values, each compared with each rule; as many take some tens of milliseconds. */
    private static final int CHEAP_COMPARISONS = 20_000;

    /** JSON values that are compared by rules that are looked up ({@link JsonComparison}); as many take some tens of milliseconds. */
    private static final int CHEAP_VALUES = 200_000;

    private static final long ENDLESS = Long.MAX_VALUE;

    private final IdentityHashMap<IRequest, List<CostlyRegex>> regexes = new IdentityHashMap<>();
    private final IdentityHashMap<IRequest, Boolean> unordered = new IdentityHashMap<>();

    /** Only while interactions are added. */
    private final Map<String, Integer> longestCheapTexts = new HashMap<>();

    /** Only while interactions are added, many of which often have the same regex in the same place; compiled, it takes a kilobyte. */
    private final Map<List<Use>, List<CostlyRegex>> shared = new HashMap<>();

    /** The longest text that no regex takes long for, in characters. */
    private int longestCheapText = BacktrackingBound.LONGEST;

    private MatchingCost() {}

    /** The cost of comparing requests with these interactions. */
    public static MatchingCost of(Collection<HttpInteraction> interactions) {
        var cost = new MatchingCost();
        interactions.forEach(interaction -> cost.add(interaction.expected()));
        cost.shared.clear();
        cost.longestCheapTexts.clear();
        return cost;
    }

    private void add(IRequest expected) {
        if (UnorderedLists.areIn(expected.getMatchingRules())) {
            unordered.put(expected, true);
        }
        var uses = new ArrayList<Use>(0);
        if (expected.getMatchingRules()
                .rulesForCategory("path")
                .getMatchingRules()
                .isEmpty()) {
            PathPattern.regexOf(expected).ifPresent(regex -> uses.add(new Use("path", "", false, regex)));
        }
        for (var category : CATEGORIES) {
            uses(expected.getMatchingRules(), category).forEach(uses::add);
        }
        uses.removeIf(use -> longestCheapText(use) >= BacktrackingBound.LONGEST);
        var costly = shared.computeIfAbsent(uses, this::costly);
        if (!costly.isEmpty()) {
            regexes.put(expected, costly);
            costly.forEach(regex -> longestCheapText = Math.min(longestCheapText, regex.longestCheapText()));
        }
    }

    private List<CostlyRegex> costly(List<Use> uses) {
        return uses.stream()
                .flatMap(use ->
                        CostlyRegex.of(use.category(), use.item(), use.isNested(), use.regex(), longestCheapText(use)))
                .toList();
    }

    private int longestCheapText(Use use) {
        return longestCheapTexts.computeIfAbsent(use.regex(), BacktrackingBound::longestCheapText);
    }

    /** Whether it takes so long that others must not wait for it. */
    public boolean mayTakeLong(Request request, Collection<HttpInteraction> interactions) {
        if (isLongUnordered(request, interactions) || isLongBody(request, interactions)) {
            return true;
        }
        // first the texts, which are at hand: the regexes of thousands of interactions are not
        if (RequestTexts.longest(request) <= longestCheapText || !haveRegexes(interactions)) {
            return false;
        }
        try {
            var texts = RequestTexts.of(request);
            var steps = new BoundedText.Steps(BacktrackingBound.CHEAP);
            interactions.forEach(interaction -> apply(interaction, texts, steps));
            return false;
        } catch (BoundedText.Unfinished e) {
            return true;
        }
    }

    private boolean haveRegexes(Collection<HttpInteraction> interactions) {
        return !regexes.isEmpty() && interactions.stream().anyMatch(each -> regexes.containsKey(each.expected()));
    }

    private boolean isLongUnordered(Request request, Collection<HttpInteraction> interactions) {
        return !unordered.isEmpty()
                && request.getBody().orEmpty().length > CHEAP_UNORDERED
                && interactions.stream().anyMatch(each -> unordered.containsKey(each.expected()));
    }

    /** Whether it has so many values that they take long together, though each is compared at once. */
    private static boolean isLongBody(Request request, Collection<HttpInteraction> interactions) {
        var body = request.getBody().orEmpty();
        if (body.length <= CHEAP) {
            return false;
        }
        var rules = interactions.stream()
                .map(HttpInteraction::expected)
                .filter(expected -> expected.getBody().isPresent())
                .mapToInt(expected -> 1
                        + expected.getMatchingRules()
                                .rulesForCategory("body")
                                .getMatchingRules()
                                .size())
                .toArray();
        return request.determineContentType().isJson()
                ? (long) rules.length * JsonSize.of(body).values() > CHEAP_VALUES
                : IntStream.of(rules).sum() * values(body) > CHEAP_COMPARISONS;
    }

    /** Elements of XML, fields of a form; parts and lines are about as expensive. */
    private static long values(byte[] body) {
        var values = 0;
        for (var letter : body) {
            values += letter == '<' || letter == '&' || letter == '\n' ? 1 : 0;
        }
        return values;
    }

    /**
     * Waits for as long as the regexes of the interactions take, or until the thread is interrupted; pact-jvm's comparison cannot be.
     *
     * @throws TimeLimit.TooLong if it is interrupted
     */
    public void awaitRegexes(Request request, Collection<HttpInteraction> interactions) {
        if (!haveRegexes(interactions)) {
            return;
        }
        try {
            var texts = RequestTexts.of(request);
            var steps = new BoundedText.Steps(ENDLESS);
            interactions.forEach(interaction -> apply(interaction, texts, steps));
        } catch (BoundedText.Unfinished e) {
            throw TimeLimit.TooLong.interrupted();
        }
    }

    private void apply(HttpInteraction interaction, List<RequestTexts.Text> texts, BoundedText.Steps steps) {
        for (var regex : regexes.getOrDefault(interaction.expected(), List.of())) {
            for (var text : texts) {
                if (regex.appliesTo(text)) {
                    regex.apply(text, steps);
                }
            }
        }
    }

    private static Stream<Use> uses(MatchingRules rules, String category) {
        return rules.rulesForCategory(category).getMatchingRules().entrySet().stream()
                .flatMap(rule -> rule.getValue().getRules().stream()
                        .flatMap(matcher -> uses(category, rule.getKey(), matcher, false)));
    }

    private static Stream<Use> uses(String category, String item, MatchingRule rule, boolean isNested) {
        if (rule instanceof RegexMatcher regex) {
            return Stream.of(new Use(category, item, isNested, regex.getRegex()));
        }
        return nested(rule).flatMap(inner -> uses(category, item, inner, true));
    }

    /** The rules that a rule applies to the keys or values of what it is for. */
    private static Stream<MatchingRule> nested(MatchingRule rule) {
        if (rule instanceof EachKeyMatcher each) {
            return each.getDefinition().getRules().stream().flatMap(MatchingCost::resolved);
        }
        if (rule instanceof EachValueMatcher each) {
            return each.getDefinition().getRules().stream().flatMap(MatchingCost::resolved);
        }
        return rule instanceof ArrayContainsMatcher list
                ? list.getVariants().stream()
                        .flatMap(variant -> variant.getSecond().getMatchingRules().values().stream())
                        .flatMap(group -> group.getRules().stream())
                : Stream.empty();
    }

    private static Stream<MatchingRule> resolved(Either<? extends MatchingRule, ?> rule) {
        return rule.isA() ? Stream.of(rule.unwrapA("It is a rule")) : Stream.empty();
    }

    private record Use(String category, String item, boolean isNested, String regex) {}
}
