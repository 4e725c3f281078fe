package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.PluginMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.PactJson;
import dev.treaty.pacts.files.RuleKeyRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds matching rules that pact-jvm drops, or reads as something else. */
final class RulesAudit {

    /** pact-jvm takes the kind of a rule from the first of these that it has. */
    private static final List<String> KINDS = List.of("match", "regex", "min", "max", "timestamp", "time", "date");

    /** Categories with one value, so that they have rules without paths. */
    private static final Set<String> WITHOUT_PATHS = Set.of("path", "status");

    private static final Set<String> COMBINATIONS = Set.of("AND", "OR");

    /** Categories whose rules have the names of values. */
    private static final Set<String> NAMED = Set.of("query", "header");

    /** Categories whose rules are for parts of a body; the specification says "content" for messages, pact-jvm "body". */
    private static final Set<String> BODIES = Set.of("body", "content", "contents");

    private static final String V2_BODY = "$.body";

    private static final Pattern V2_ROOT =
            Pattern.compile("^\\$(\\.|\\[['\"])(path|query|headers?|body|status|method|metadata|contents?)\\b|^\\$$");

    private final String place;
    private final JsonValue.Object part;
    private final boolean isWrapped;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * @param part a request, a response or a message
     * @param isWrapped whether its body has the form of V4
     */
    RulesAudit(String place, JsonValue.Object part, boolean isWrapped) {
        this.place = place;
        this.part = part;
        this.isWrapped = isWrapped;
    }

    List<Loss> losses() {
        if (part.get("matchingRules") instanceof JsonValue.Object rules) {
            if (RuleKeyRepair.isV2(rules)) {
                rules.getEntries().forEach((key, rule) -> v2Rule(rules, key, rule));
            } else {
                rules.getEntries().forEach(this::category);
            }
        } else if (!part.get("matchingRules").isNull()) {
            add(".matchingRules", "has rules that are not an object, so they are not read", "write an object");
        }
        losses.addAll(new GeneratorsAudit(place, part.get("generators")).losses());
        return losses;
    }

    private void v2Rule(JsonValue.Object rules, String key, JsonValue rule) {
        if (RuleKeyRepair.isLost(key, part, rules)) {
            add(
                    ".matchingRules",
                    "has the rule %s for one of several values, which is not applied".formatted(key),
                    "give all values the same rule, or none");
        }
        root(key);
        if (key.startsWith(V2_BODY)) {
            bodyPath(key, "$" + key.substring(V2_BODY.length()));
        }
        matcher(key, rule);
    }

    private void bodyPath(String key, String path) {
        var body = part.has("contents") ? part.get("contents") : part.get("body");
        var content = body instanceof JsonValue.Object wrapper && wrapper.has("content") && isWrapped
                ? wrapper.get("content")
                : body;
        if (new BodyRulePaths(content).isDead(path)) {
            add(
                    ".matchingRules",
                    "has the rule %s for the body, which has no such member, so the rule is not applied".formatted(key),
                    "correct the path, e.g. write $['a.b'] for a name with a dot, or remove the rule");
        }
    }

    private void root(String key) {
        var root = V2_ROOT.matcher(key);
        if (!root.find()) {
            add(
                    ".matchingRules",
                    "has the rule %s, which is for no part of a request or response".formatted(key),
                    "write a path that starts with $.body, $.headers, $.query or $.path");
        }
    }

    /** A rule for a parameter or header that the example does not have is never applied. */
    private void name(String category, String key) {
        var values = part.get(category.equals("query") ? "query" : "headers");
        if (NAMED.contains(category)
                && !RuleKeyRepair.isNameOf(values, key)
                && !RuleKeyRepair.isNameOf(values, RuleKeyRepair.nameIn(key))) {
            add(
                    ".matchingRules",
                    "has a rule for the %s %s, which it does not have, so the rule is not applied"
                            .formatted(category.equals("query") ? "query parameter" : "header", key),
                    "correct the name, or remove the rule");
        }
    }

    private void category(String name, JsonValue rules) {
        KnownMembers.RULES.check(name).ifPresent(loss -> add(".matchingRules", loss.what(), loss.fix()));
        if (WITHOUT_PATHS.contains(name)) {
            withoutPaths(name, rules);
        } else if (rules instanceof JsonValue.Object byPath) {
            byPath.getEntries().forEach((path, group) -> {
                name(name, path);
                if (BODIES.contains(name)) {
                    bodyPath(path, path);
                }
                group(name + " " + path, group);
            });
        }
    }

    private void withoutPaths(String name, JsonValue rules) {
        if (rules instanceof JsonValue.Array matchers) {
            matchers.getValues().forEach(matcher -> matcher(name, matcher));
        } else if (rules instanceof JsonValue.Object object && object.getSize() > 0) {
            group(name, object.getSize() == 1 && object.has("") ? object.get("") : object);
        }
    }

    private void group(String name, JsonValue group) {
        if (!(PactJson.member(group, "matchers") instanceof JsonValue.Array matchers)) {
            add(
                    ".matchingRules",
                    "has the rule %s without \"matchers\", so it is not read".formatted(name),
                    "write {\"matchers\": [{\"match\": …}]}");
            return;
        }
        matchers.getValues().forEach(matcher -> matcher(name, matcher));
        var combine = PactJson.member(group, "combine");
        if (!combine.isNull() && !COMBINATIONS.contains(combine.toString())) {
            add(
                    ".matchingRules",
                    "combines the rules of %s by \"%s\", which is read as AND".formatted(name, combine),
                    "write AND or OR");
        }
    }

    private void matcher(String name, JsonValue matcher) {
        if (KINDS.stream().noneMatch(matcher::has)) {
            add(
                    ".matchingRules",
                    "has a rule for %s that does not say how to match, so it is read as equality".formatted(name),
                    "write {\"match\": …}");
        } else if (MatchingRule.fromJson(matcher) instanceof PluginMatcher) {
            add(
                    ".matchingRules",
                    "has the rule \"%s\" for %s, which does not exist".formatted(matcher.get("match"), name),
                    "use one of the rules of the Pact specification, e.g. type or regex");
        }
    }

    private void add(String path, String what, String fix) {
        losses.add(new Loss(place + path, what, fix));
    }
}
