package dev.treaty.pacts.compare.property;

import au.com.dius.pact.core.model.DocPath;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random matching rules, as they stand in pact files: for paths that exist, for paths with wildcards, and for paths that fit nothing. */
final class RandomRules {

    private static final List<String> REGEXES = List.of(
            "a|b",
            "a*",
            "[a-z]+",
            "[a-z]*",
            "owner|editor",
            "owner|editor|viewer",
            ".*",
            ".+",
            "\\\\d+",
            "-?\\\\d+(\\\\.\\\\d+)?",
            "^a$",
            "^(a|b)+$",
            "(?i)a",
            "[^a]*",
            "\\\\w*",
            "[\\\\s\\\\S]*",
            "(ab){1,2}",
            "(ab)+",
            "ü|.",
            "(?!a).*",
            "(a)\\\\1?",
            "\\\\[.*\\\\]",
            "true|false",
            "null|a",
            "\\\\d{4}-\\\\d{2}-\\\\d{2}",
            "a?",
            "[a-zA-Z0-9._-]*");

    private static final List<String> SIMPLE = List.of(
            "{\"match\":\"type\"}",
            "{\"match\":\"type\"}",
            "{\"match\":\"type\"}",
            "{\"match\":\"type\",\"min\":1}",
            "{\"match\":\"type\",\"min\":2}",
            "{\"match\":\"type\",\"max\":2}",
            "{\"match\":\"type\",\"max\":1}",
            "{\"match\":\"type\",\"min\":1,\"max\":3}",
            "{\"match\":\"equality\"}",
            "{\"match\":\"integer\"}",
            "{\"match\":\"decimal\"}",
            "{\"match\":\"number\"}",
            "{\"match\":\"boolean\"}",
            "{\"match\":\"null\"}",
            "{\"match\":\"notEmpty\"}",
            "{\"match\":\"include\",\"value\":\"a\"}",
            "{\"match\":\"include\",\"value\":\"ab\"}",
            "{\"match\":\"date\",\"format\":\"yyyy-MM-dd\"}",
            "{\"match\":\"date\",\"format\":\"dd/MM/yyyy\"}",
            "{\"match\":\"time\",\"format\":\"HH:mm:ss\"}",
            "{\"match\":\"datetime\",\"format\":\"yyyy-MM-dd'T'HH:mm:ssXXX\"}",
            "{\"match\":\"datetime\",\"format\":\"yyyy-MM-dd HH:mm:ssXXXXX\"}",
            "{\"match\":\"date\",\"format\":\"EEE, dd MMM yyyy\"}",
            "{\"match\":\"semver\"}",
            "{\"match\":\"values\"}",
            "{\"match\":\"ignore-order\"}",
            "{\"match\":\"ignore-order\",\"min\":1}");

    private final Random random;
    private final RandomJson json;

    RandomRules(Random random) {
        this.random = random;
        json = new RandomJson(random);
    }

    /** Rules for a body, by path. */
    Map<String, MatchingRuleGroup> forBody(JsonValue body, Media media) {
        return media == Media.XML ? forXml(body) : forJson(body);
    }

    private Map<String, MatchingRuleGroup> forXml(JsonValue body) {
        var rules = new LinkedHashMap<String, MatchingRuleGroup>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var place = json.pick(RandomXml.places(body));
            rules.put(
                    switch (random.nextInt(8)) {
                        case 0 -> place.replaceFirst("[^.]+$", "*");
                        case 1 -> place + ".b";
                        default -> place;
                    },
                    group());
        }
        return rules;
    }

    private Map<String, MatchingRuleGroup> forJson(JsonValue body) {
        var rules = new LinkedHashMap<String, MatchingRuleGroup>();
        var paths = new ArrayList<List<String>>();
        collect(body, List.of("$"), paths);
        for (var i = random.nextInt(5); i > 0; i--) {
            rules.put(path(json.pick(paths)), group());
        }
        return rules;
    }

    /** The same rules with one difference. */
    Map<String, MatchingRuleGroup> changed(Map<String, MatchingRuleGroup> rules, JsonValue body, Media media) {
        var changed = new LinkedHashMap<>(rules);
        var choice = random.nextInt(4);
        if (changed.isEmpty() || choice == 0) {
            changed.putAll(forBody(body, media));
        } else if (choice == 1) {
            changed.remove(json.pick(List.copyOf(changed.keySet())));
        } else {
            changed.put(json.pick(List.copyOf(changed.keySet())), group());
        }
        return changed;
    }

    private static void collect(JsonValue value, List<String> path, List<List<String>> paths) {
        paths.add(path);
        if (value instanceof JsonValue.Object object) {
            object.getEntries().forEach((name, member) -> collect(member, plus(path, name), paths));
        } else if (value instanceof JsonValue.Array array) {
            for (var i = 0; i < array.getSize(); i++) {
                collect(array.get(i), plus(path, "[" + i + "]"), paths);
            }
        }
    }

    private static List<String> plus(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private String path(List<String> steps) {
        var path = new StringBuilder("$");
        for (var step : steps.subList(1, steps.size())) {
            path.append(step(step));
        }
        if (random.nextInt(12) == 0) {
            path.append(json.pick(List.of(".*", "[*]", ".other", "[0]", "['0']", "[7]")));
        }
        return path.toString();
    }

    private String step(String step) {
        var choice = random.nextInt(6);
        var isPosition = step.startsWith("[") && step.endsWith("]");
        if (choice == 0 || step.contains("'")) {
            return ".*";
        } else if (isPosition) {
            return choice < 4 ? "[*]" : step;
        }
        return DocPath.writeObjKeyForPath("", step);
    }

    MatchingRuleGroup group() {
        var count = random.nextInt(5) == 0 ? 2 : 1;
        var rules = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            rules.add(rule());
        }
        var combine = random.nextInt(3) == 0 ? "OR" : "AND";
        return MatchingRuleGroup.fromJson(JsonParser.parseString(
                "{\"combine\":\"%s\",\"matchers\":[%s]}".formatted(combine, String.join(",", rules))));
    }

    private String rule() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> regex();
            case 4 -> "{\"match\":\"eachKey\",\"value\":\"a\",\"rules\":[%s]}".formatted(simpleOrRegex());
            case 5 -> "{\"match\":\"eachValue\",\"value\":\"a\",\"rules\":[%s]}".formatted(simpleOrRegex());
            case 6 -> random.nextInt(3) == 0 ? arrayContains() : json.pick(SIMPLE);
            default -> json.pick(SIMPLE);
        };
    }

    private String simpleOrRegex() {
        return random.nextBoolean() ? regex() : json.pick(SIMPLE);
    }

    private String regex() {
        return "{\"match\":\"regex\",\"regex\":\"%s\"}".formatted(json.pick(REGEXES));
    }

    private String arrayContains() {
        var variants = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            variants.add("{\"index\":%d,\"rules\":{\"$%s\":{\"matchers\":[%s]}}}"
                    .formatted(i, json.pick(List.of("", ".a", ".id", ".*")), simpleOrRegex()));
        }
        return "{\"match\":\"arrayContains\",\"variants\":[%s]}".formatted(String.join(",", variants));
    }
}
