package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is sent: a request, a response or a message.
 *
 * @param path where it is in the interaction, e.g. {@code $.response}
 * @param node the JSON that describes it
 * @param byProvider whether the provider sends it, rather than the consumer
 */
record InteractionPart(String path, JsonNode node, boolean byProvider) {

    /** The parts of an interaction, the consumer's first. */
    static List<InteractionPart> of(JsonNode interaction) {
        var parts = new ArrayList<InteractionPart>();
        if (interaction.has("contents")) {
            parts.add(new InteractionPart("$", interaction, true));
        }
        if (interaction.has("request")) {
            parts.add(new InteractionPart("$.request", interaction.path("request"), false));
        }
        var response = interaction.path("response");
        if (response.isObject()) {
            parts.add(new InteractionPart("$.response", response, true));
        }
        for (var index = 0; response.isArray() && index < response.size(); index++) {
            parts.add(new InteractionPart(JsonPath.element("$.response", index), response.path(index), true));
        }
        return parts;
    }

    /** The body of a request or response, or the contents of a message. */
    Optional<BodyContent> body() {
        return Optional.of(node.has("contents") ? "contents" : "body")
                .filter(node::has)
                .map(name -> BodyContent.of(JsonPath.child(path, name), node.path(name)));
    }

    /** The rules for the body, for which Pact has had three names. */
    BodyMatchingRules bodyRules() {
        var rules = node.path("matchingRules");
        return BodyMatchingRules.of(List.of(rules.path("body"), rules.path("content"), rules.path("contents")));
    }
}
