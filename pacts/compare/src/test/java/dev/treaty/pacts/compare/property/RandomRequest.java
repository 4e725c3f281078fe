package dev.treaty.pacts.compare.property;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.BodyText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random request of a contract.
 *
 * @param path the example's path
 * @param pathRule its regex; empty if it has none
 * @param query the example's parameters
 * @param queryRules their rules
 * @param headers one value each
 * @param headerRules their rules
 * @param body the example's body, in JSON or a form; absent if the list is empty
 */
record RandomRequest(
        String path,
        String pathRule,
        Map<String, List<String>> query,
        Map<String, MatchingRuleGroup> queryRules,
        Map<String, String> headers,
        Map<String, MatchingRuleGroup> headerRules,
        Media media,
        List<JsonValue> body,
        Map<String, MatchingRuleGroup> bodyRules) {

    private static final List<String> PATHS = List.of("/a", "/b", "/a/1", "/ab", "/a.b", "/");
    private static final List<String> PATH_RULES = List.of("", "", "/[ab]", "/a.*", "/.*", "/a(/[0-9]+)?", "^/a$");
    private static final List<String> VALUES = List.of("1", "a", "b", "1.5", "true", "x y", "");

    static RandomRequest any(Random random) {
        var json = new RandomJson(random);
        var rules = new RandomRules(random);
        var query = new LinkedHashMap<String, List<String>>();
        var queryRules = new LinkedHashMap<String, MatchingRuleGroup>();
        var headers = new LinkedHashMap<String, String>();
        var headerRules = new LinkedHashMap<String, MatchingRuleGroup>();
        for (var name : List.of("p", "q")) {
            if (random.nextInt(3) == 0) {
                query.put(name, random.nextInt(4) == 0 ? List.of("1", "2") : List.of(json.pick(VALUES)));
            }
            if (random.nextInt(4) == 0) {
                queryRules.put(name, rules.group());
            }
            if (random.nextInt(4) == 0) {
                headers.put("X-" + name, json.pick(VALUES));
            }
            if (random.nextInt(6) == 0) {
                headerRules.put("X-" + name, rules.group());
            }
        }
        var media = json.pick(
                List.of(Media.JSON, Media.JSON, Media.JSON, Media.FORM, Media.FORM, Media.XML, Media.MULTIPART));
        var body = random.nextInt(3) == 0 ? List.<JsonValue>of() : List.of(json.any());
        return new RandomRequest(
                json.pick(PATHS),
                json.pick(PATH_RULES),
                query,
                queryRules,
                headers,
                headerRules,
                media,
                body,
                body.isEmpty() ? Map.of() : rules.forBody(body.get(0), media));
    }

    /** The same request with one difference. */
    RandomRequest changed(Random random) {
        var other = any(random);
        var json = new RandomJson(random);
        var isQuery = random.nextInt(5) == 0;
        var isHeader = random.nextInt(5) == 0;
        return new RandomRequest(
                random.nextInt(6) == 0 ? other.path : path,
                random.nextInt(4) == 0 ? other.pathRule : pathRule,
                isQuery ? other.query : query,
                isQuery ? other.queryRules : queryRules,
                isHeader ? other.headers : headers,
                isHeader ? other.headerRules : headerRules,
                media,
                random.nextInt(3) == 0 ? body.stream().map(json::changed).toList() : body,
                body.isEmpty() || random.nextInt(3) > 0
                        ? bodyRules
                        : new RandomRules(random).changed(bodyRules, body.get(0), media));
    }

    /** A request that resembles the example. */
    Request like(Random random) {
        var json = new RandomJson(random);
        var sent = new LinkedHashMap<>(query);
        sent.replaceAll((name, values) -> random.nextInt(3) == 0 ? List.of(json.pick(VALUES)) : values);
        if (random.nextInt(8) == 0) {
            sent.put("q", List.of("1", "1"));
        }
        var fields = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> fields.put(name, List.of(random.nextInt(3) == 0 ? json.pick(VALUES) : value)));
        if (!body.isEmpty()) {
            fields.put("Content-Type", List.of(media.type()));
        }
        var changed = body;
        for (var i = random.nextInt(3); i > 0; i--) {
            changed = changed.stream().map(json::changed).toList();
        }
        return new Request(
                "POST", random.nextInt(3) == 0 ? json.pick(PATHS) : path, new HashMap<>(sent), fields, body(changed));
    }

    private OptionalBody body(List<JsonValue> value) {
        return value.isEmpty() ? OptionalBody.missing() : media.body(value.get(0));
    }

    V4Pact pact() {
        return new V4Pact(
                new Consumer("consumer"), new Provider("provider"), new ArrayList<Interaction>(List.of(interaction())));
    }

    private V4Interaction interaction() {
        var rules = new MatchingRulesImpl();
        if (!pathRule.isEmpty()) {
            var group = JsonParser.parseString(
                    "{\"matchers\":[{\"match\":\"regex\",\"regex\":\"%s\"}]}".formatted(pathRule));
            rules.addCategory(category("path", Map.of("", MatchingRuleGroup.fromJson(group))));
        }
        rules.addCategory(category("query", queryRules));
        rules.addCategory(category("header", headerRules));
        rules.addCategory(category("body", bodyRules));
        var fields = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> fields.put(name, List.of(value)));
        var request = new HttpRequest("POST", path, new LinkedHashMap<>(query), fields, body(body), rules);
        return new V4Interaction.SynchronousHttp("", "x", List.of(), request, new HttpResponse());
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
