package dev.treaty.pacts.compare.property;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.BodyText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random contract with one interaction.
 *
 * @param isMessage whether it is a message; else, a response
 * @param media what the body is written as
 * @param body the example's body
 * @param bodyRules its rules, by path
 * @param fields headers or metadata; several values of a header are separated by {@value #SEPARATOR}
 * @param fieldRules their rules, by name
 * @param statusRules none, or one group
 */
record RandomContract(
        boolean isMessage,
        Media media,
        int status,
        List<MatchingRuleGroup> statusRules,
        Map<String, String> fields,
        Map<String, MatchingRuleGroup> fieldRules,
        JsonValue body,
        Map<String, MatchingRuleGroup> bodyRules) {

    static final String SEPARATOR = " & ";

    private static final List<String> STATUS_RULES =
            List.of("\"success\"", "\"error\"", "\"nonError\"", "\"clientError\"", "[200,201]", "[200,204,404]");

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=UTF-8",
            "Application/JSON");

    private static final List<String> MEDIA_TYPE_RULES = List.of(
            "application/json(;.*)?",
            "application/json",
            "application/(json|xml).*",
            ".*",
            ".+",
            "(?i)application/json");

    private static final List<String> VALUES = List.of(
            "a", "b", "a, b", "a,b", "1", "1.5", "", "true", "2026-01-15", "\"x\"", "a & b", "a & a", "b & a & a");

    static RandomContract any(Random random) {
        var json = new RandomJson(random);
        var rules = new RandomRules(random);
        var body = json.any();
        var fields = new LinkedHashMap<String, String>();
        var fieldRules = new LinkedHashMap<String, MatchingRuleGroup>();
        var isMessage = random.nextInt(4) == 0;
        if (random.nextBoolean()) {
            addMediaType(isMessage, json, random, fields, fieldRules);
        }
        if (random.nextInt(3) == 0) {
            addField(json, rules, random, fields, fieldRules);
        }
        var status = json.pick(List.of(200, 201, 404));
        var statusRules = random.nextInt(4) == 0 ? List.of(statusRule(json)) : List.<MatchingRuleGroup>of();
        var media = Media.any(random);
        if (media != Media.JSON) {
            fields.remove("Content-Type");
            fields.remove("contentType");
        }
        return new RandomContract(
                isMessage, media, status, statusRules, fields, fieldRules, body, rules.forBody(body, media));
    }

    private static MatchingRuleGroup statusRule(RandomJson json) {
        return group("{\"match\":\"statusCode\",\"status\":%s}".formatted(json.pick(STATUS_RULES)));
    }

    private static MatchingRuleGroup group(String rule) {
        return MatchingRuleGroup.fromJson(JsonParser.parseString("{\"matchers\":[%s]}".formatted(rule)));
    }

    private static void addMediaType(
            boolean isMessage,
            RandomJson json,
            Random random,
            Map<String, String> fields,
            Map<String, MatchingRuleGroup> fieldRules) {
        var name = isMessage ? "contentType" : "Content-Type";
        fields.put(name, json.pick(MEDIA_TYPES));
        if (random.nextBoolean()) {
            fieldRules.put(
                    name, group("{\"match\":\"regex\",\"regex\":\"%s\"}".formatted(json.pick(MEDIA_TYPE_RULES))));
        }
    }

    private static void addField(
            RandomJson json,
            RandomRules rules,
            Random random,
            Map<String, String> fields,
            Map<String, MatchingRuleGroup> fieldRules) {
        var name = json.pick(List.of("X-A", "X-B", "x-a"));
        fields.put(name, json.pick(VALUES));
        if (random.nextBoolean()) {
            fieldRules.put(name, rules.group());
        }
    }

    /** The same contract with a few differences. */
    RandomContract changed(Random random) {
        var changed = this;
        for (var i = random.nextInt(3); i >= 0; i--) {
            changed = changed.changedOnce(random);
        }
        return changed;
    }

    private RandomContract changedOnce(Random random) {
        var json = new RandomJson(random);
        var rules = new RandomRules(random);
        return switch (random.nextInt(10)) {
            case 0 -> {
                var other = any(random);
                yield new RandomContract(
                        isMessage, media, other.status, other.statusRules, fields, fieldRules, body, bodyRules);
            }
            case 1 -> withFields(random, json, rules);
            case 2, 3, 4 -> with(json.changed(body), bodyRules);
            default -> with(body, rules.changed(bodyRules, body, media));
        };
    }

    private RandomContract withFields(Random random, RandomJson json, RandomRules rules) {
        var otherFields = new LinkedHashMap<>(fields);
        var otherRules = new LinkedHashMap<>(fieldRules);
        switch (random.nextInt(4)) {
            case 0 -> otherFields.keySet().removeIf(name -> random.nextBoolean());
            case 1 -> {
                if (media == Media.JSON) {
                    addMediaType(isMessage, json, random, otherFields, otherRules);
                }
            }
            case 2 -> otherRules.keySet().removeIf(name -> random.nextBoolean());
            default -> addField(json, rules, random, otherFields, otherRules);
        }
        return new RandomContract(isMessage, media, status, statusRules, otherFields, otherRules, body, bodyRules);
    }

    private RandomContract with(JsonValue otherBody, Map<String, MatchingRuleGroup> otherRules) {
        return new RandomContract(isMessage, media, status, statusRules, fields, fieldRules, otherBody, otherRules);
    }

    V4Pact pact() {
        return new V4Pact(
                new Consumer("consumer"), new Provider("provider"), new ArrayList<Interaction>(List.of(interaction())));
    }

    private V4Interaction interaction() {
        return isMessage
                ? new V4Interaction.AsynchronousMessage("", "x", message())
                : new V4Interaction.SynchronousHttp("", "x", List.of(), new HttpRequest(), response());
    }

    private MessageContents message() {
        var rules = new MatchingRulesImpl();
        rules.addCategory(category("body", bodyRules));
        rules.addCategory(category("metadata", fieldRules));
        var metadata = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> metadata.put(name, new JsonValue.StringValue(value)));
        return new MessageContents(media.body(body), metadata, rules);
    }

    private HttpResponse response() {
        var rules = new MatchingRulesImpl();
        rules.addCategory(category("body", bodyRules));
        rules.addCategory(category("header", fieldRules));
        statusRules.forEach(group -> rules.addCategory(category("status", Map.of("", group))));
        var headers = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> headers.put(name, List.of(value.split(SEPARATOR))));
        return new HttpResponse(status, headers, media.body(body), rules);
    }

    private static MatchingRuleCategory category(String name, Map<String, MatchingRuleGroup> rules) {
        return new MatchingRuleCategory(name, new LinkedHashMap<>(rules));
    }

    /** As in a pact file. */
    @Override
    public String toString() {
        return BodyText.of(Json.toJson(interaction().toMap(PactSpecVersion.V4)));
    }
}
