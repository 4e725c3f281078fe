package dev.treaty.stubs.http.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Rules for numbers and versions in queries as regexes, because pact-jvm applies the former to a list, which is neither, and so refuses every request. */
final class RespelledRules {

    private static final Map<String, String> REGEXES = Map.of(
            "integer", "-?\\d+",
            "decimal", "-?\\d+\\.\\d+",
            "number", "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?",
            "semver", "v?\\d+\\.\\d+\\.\\d+.*");

    private RespelledRules() {}

    /** The same contract with such rules. */
    static String in(String pact) {
        try {
            var json = new ObjectMapper().readTree(pact);
            for (var interaction : json.path("interactions")) {
                var rules = interaction.path("request").path("matchingRules");
                rules.path("query").findParents("match").forEach(RespelledRules::respell);
                rules.properties().stream()
                        .filter(rule -> rule.getKey().startsWith("$.query")) // version 2
                        .map(Map.Entry::getValue)
                        .forEach(RespelledRules::respell);
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(pact, e);
        }
    }

    /** The same contract without bodies that are null. */
    static String withoutNull(String pact) {
        try {
            var json = new ObjectMapper().readTree(pact);
            for (var interaction : json.path("interactions")) {
                if (interaction.path("request") instanceof ObjectNode request
                        && request.path("body").isNull()) {
                    request.remove("body");
                }
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(pact, e);
        }
    }

    private static void respell(JsonNode rule) {
        var regex = REGEXES.get(rule.path("match").asText());
        if (regex != null) {
            ((ObjectNode) rule).put("match", "regex").put("regex", regex);
        }
    }
}
