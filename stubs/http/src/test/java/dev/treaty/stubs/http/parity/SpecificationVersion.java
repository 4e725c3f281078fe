package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.parity.ExpectedBody.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The versions of the Pact specification, which write the same contract differently. */
public enum SpecificationVersion {
    V2("2.0.0"),
    V3("3.0.0"),
    V4("4.0");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String number;

    SpecificationVersion(String number) {
        this.number = number;
    }

    public String pact(List<GeneratedInteraction> interactions) {
        var pact = JSON.objectNode();
        pact.putObject("consumer").put("name", "consumer");
        pact.putObject("provider").put("name", "provider");
        var list = pact.putArray("interactions");
        for (var interaction : interactions) {
            list.add(interaction.json(this, list.size()));
        }
        pact.putObject("metadata").putObject("pactSpecification").put("version", number);
        return pact.toPrettyString();
    }

    public JsonNode query(List<ExpectedPart> parameters) {
        if (this == V2) {
            return JSON.textNode(parameters.stream()
                    .flatMap(parameter ->
                            parameter.values().stream().map(value -> encoded(parameter.name()) + "=" + encoded(value)))
                    .collect(Collectors.joining("&")));
        }
        var query = JSON.objectNode();
        for (var parameter : parameters) {
            var values = query.putArray(parameter.name());
            parameter.values().forEach(values::add);
        }
        return query;
    }

    public JsonNode headers(List<ExpectedPart> fields) {
        var headers = JSON.objectNode();
        for (var field : fields) {
            if (this == V4) {
                var values = headers.putArray(field.name());
                field.values().forEach(values::add);
            } else {
                headers.put(field.name(), String.join(", ", field.values()));
            }
        }
        return headers;
    }

    public JsonNode body(ExpectedBody body) {
        if (body.kind() == Kind.NULL) {
            return JSON.nullNode();
        }
        var content = switch (body.kind()) {
            case JSON -> MatchingRule.json(body.text());
            case BINARY -> GeneratedInteraction.base64(body.bytes());
            default -> JSON.textNode(body.text());
        };
        if (this != V4) {
            return content;
        }
        var json = JSON.objectNode();
        json.set("content", content);
        if (!body.contentType().isEmpty()) {
            json.put("contentType", body.contentType());
        }
        return body.kind() == Kind.BINARY ? json.put("encoded", "base64") : json.put("encoded", false);
    }

    public ObjectNode rules(GeneratedInteraction interaction) {
        var rules = JSON.objectNode();
        var path = interaction.path().rule();
        if (path != null) {
            rules.set(this == V2 ? "$.path" : "path", this == V2 ? path.first() : path.all());
        }
        interaction.query().forEach(part -> add(rules, "query", part));
        interaction.headers().forEach(part -> add(rules, "header", part));
        for (var rule : interaction.body().rules().entrySet()) {
            add(rules, rule);
        }
        return rules;
    }

    private void add(ObjectNode rules, String category, ExpectedPart part) {
        var rule = part.rule();
        if (rule != null && this == V2) {
            rules.set("$." + category + "['" + part.name() + "']", rule.first());
        } else if (rule != null) {
            rules.withObjectProperty(category).set(part.name(), rule.all());
        }
    }

    private void add(ObjectNode rules, Map.Entry<String, MatchingRule> rule) {
        if (this == V2) {
            rules.set("$.body" + rule.getKey().substring(1), rule.getValue().first());
        } else {
            rules.withObjectProperty("body").set(rule.getKey(), rule.getValue().all());
        }
    }

    /** Converts a response from the form of V4 to that of this version. */
    public ObjectNode response(ObjectNode response) {
        if (this == V4) {
            return response;
        }
        var headers = JSON.objectNode();
        response.path("headers")
                .properties()
                .forEach(field ->
                        headers.put(field.getKey(), field.getValue().path(0).asText()));
        response.set("headers", headers);
        if (response.has("body")) {
            response.set("body", response.path("body").path("content"));
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
