package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files of specification V2 that the Ruby core wrote have rules for {@code $.query.page[0]}: the first value of a parameter. Since V3, a rule is for
 * all values of a parameter, and pact-jvm drops one that has an index. So the index is removed, but only if that changes nothing: if
 * the parameter has one value, or all its values have the same rule. A name with brackets, which pact-jvm refuses, is put in quotes.
 */
public final class RuleKeyRepair {

    private static final Set<String> WITH_VALUES = Set.of("query", "header", "headers");

    /** A path that leads to a parameter or header by a name without quotes. */
    private static final Pattern NAMED = Pattern.compile("\\$\\.(?<category>query|headers?)\\.(?<name>[^']+)");

    private static final Pattern LAST_INDEX = Pattern.compile("\\[(\\d+|\\*)]$");

    /** The root, the category and the name of a parameter or header, before the index of its value. */
    private static final int TOKENS_OF_NAME = 3;

    /**
     * A rule for a value.
     *
     * @param path of the parameter or header
     * @param name of the parameter or header
     * @param forAll whether it is for every value, as {@code [*]} says
     */
    private record ValueRule(String path, String category, String name, boolean forAll) {}

    private RuleKeyRepair() {}

    /** Changes the rules of a request or response in place. */
    static void repair(JsonValue.Object part) {
        if (part.get("matchingRules") instanceof JsonValue.Object rules) {
            if (isV2(rules)) {
                repairV2(part, rules);
            } else {
                repairNames(rules, "query", part.get("query"));
                repairNames(rules, "header", part.get("headers"));
            }
        }
    }

    private static void repairV2(JsonValue.Object part, JsonValue.Object rules) {
        var repaired = new LinkedHashMap<String, JsonValue>();
        rules.getEntries().forEach((key, rule) -> repaired.putIfAbsent(wellFormed(key, part), rule));
        var wellFormed = new JsonValue.Object(repaired);
        var all = new LinkedHashMap<String, JsonValue>();
        repaired.forEach((key, rule) -> all.putIfAbsent(repairedKey(key, part, wellFormed), rule));
        part.getEntries().put("matchingRules", new JsonValue.Object(all));
    }

    /** A name with brackets or other signs ({@code $.query.filter[id]}) in quotes, without which pact-jvm refuses the whole file. */
    private static String wellFormed(String key, JsonValue.Object part) {
        var named = NAMED.matcher(key);
        if (isPath(key) || !named.matches()) {
            return key;
        }
        var values = part.get(named.group("category").equals("query") ? "query" : "headers");
        var name = named.group("name");
        var withoutIndex = LAST_INDEX.matcher(name).replaceFirst("");
        if (isNameOf(values, name)) {
            return quoted(named.group("category"), name);
        }
        return isNameOf(values, withoutIndex)
                ? quoted(named.group("category"), withoutIndex) + name.substring(withoutIndex.length())
                : key;
    }

    private static String quoted(String category, String name) {
        return "$.%s['%s']".formatted(category, name);
    }

    private static boolean isPath(String key) {
        try {
            PathExpressionsKt.parsePath(key);
            return true;
        } catch (InvalidPathExpression e) {
            return false;
        }
    }

    /** Since V3, a rule has the name of its parameter or header; some write a path with that name, which pact-jvm takes for the name. */
    private static void repairNames(JsonValue.Object rules, String category, JsonValue values) {
        if (rules.get(category) instanceof JsonValue.Object byName) {
            var repaired = new LinkedHashMap<String, JsonValue>();
            byName.getEntries().forEach((key, rule) -> {
                var name = nameIn(key);
                repaired.putIfAbsent(isNameOf(values, key) || !isNameOf(values, name) ? key : name, rule);
            });
            rules.getEntries().put(category, new JsonValue.Object(repaired));
        }
    }

    /** Whether a query or headers have a value with this name. */
    public static boolean isNameOf(JsonValue values, String name) {
        return values instanceof JsonValue.Object object
                ? object.getEntries().keySet().stream().anyMatch(name::equalsIgnoreCase)
                : values instanceof JsonValue.StringValue query
                        && PactReaderKt.queryStringToMap(query.toString()).containsKey(name);
    }

    /** The name in a path such as {@code $['page[]']} or {@code $.page}; another key is the name itself. */
    public static String nameIn(String key) {
        if (!key.startsWith("$")) {
            return key;
        }
        try {
            var path = PathExpressionsKt.parsePath(key);
            return path.size() > 1 ? path.get(path.size() - 1).rawString() : key;
        } catch (InvalidPathExpression e) {
            return key;
        }
    }

    /** Whether a rule of this key is for one of several values, so that no rule of V3 says the same. */
    public static boolean isLost(String key, JsonValue.Object part, JsonValue.Object rules) {
        return valueRule(key).filter(rule -> !isForAllValues(rule, part, rules)).isPresent();
    }

    /** Whether rules have the form of V2, in which the path of each starts with {@code $}. */
    public static boolean isV2(JsonValue.Object rules) {
        return rules.getEntries().keySet().stream().limit(1).anyMatch(key -> key.startsWith("$"));
    }

    private static String repairedKey(String key, JsonValue.Object part, JsonValue.Object rules) {
        return valueRule(key)
                .filter(rule -> isForAllValues(rule, part, rules))
                .map(ValueRule::path)
                .orElse(key);
    }

    private static boolean isForAllValues(ValueRule rule, JsonValue.Object part, JsonValue.Object rules) {
        if (rules.has(rule.path())) {
            return false;
        }
        var same = new ArrayList<String>();
        rules.getEntries().forEach((key, value) -> {
            if (valueRule(key).filter(rule::equals).isPresent()) {
                same.add(value.serialise());
            }
        });
        return rule.forAll() || (Set.copyOf(same).size() == 1 && same.size() >= valuesOf(rule, part));
    }

    private static int valuesOf(ValueRule rule, JsonValue.Object part) {
        if (!rule.category().equals("query")) {
            return 1;
        }
        var query = part.get("query");
        if (query instanceof JsonValue.StringValue) {
            return PactReaderKt.queryStringToMap(query.toString())
                    .getOrDefault(rule.name(), List.of())
                    .size();
        }
        return PactJson.member(query, rule.name()) instanceof JsonValue.Array values ? values.getSize() : 1;
    }

    private static Optional<ValueRule> valueRule(String key) {
        if (!key.endsWith("]")) {
            return Optional.empty();
        }
        try {
            return valueRule(PathExpressionsKt.parsePath(key));
        } catch (InvalidPathExpression e) {
            return Optional.empty(); // pact-jvm refuses it and says why
        }
    }

    private static Optional<ValueRule> valueRule(List<PathToken> path) {
        if (path.size() != TOKENS_OF_NAME + 1
                || !WITH_VALUES.contains(path.get(1).rawString())
                || !(path.get(TOKENS_OF_NAME) instanceof PathToken.Index
                        || path.get(TOKENS_OF_NAME) instanceof PathToken.StarIndex)) {
            return Optional.empty();
        }
        return Optional.of(new ValueRule(
                PathExpressionsKt.pathFromTokens(path.subList(0, TOKENS_OF_NAME)),
                path.get(1).rawString(),
                path.get(2).rawString(),
                path.get(TOKENS_OF_NAME) instanceof PathToken.StarIndex));
    }
}
