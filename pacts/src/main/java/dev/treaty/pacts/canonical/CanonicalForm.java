package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * The canonical form of a pact: the same contract always has the same bytes, no matter who recorded it, when or where.
 *
 * <p>Interactions are sorted by description, then by provider states. Pact's own keys come in reading order, all other keys in
 * alphabetical order. Whatever depends on the run is left out: the name of the test, the version of the tool, and
 * {@code pending} if it is false. Lists keep their order, because it may have a meaning.
 */
public final class CanonicalForm {

    private static final List<String> PACT = List.of("consumer", "provider", "interactions", "metadata");
    private static final List<String> INTERACTION = List.of(
            "description",
            "providerStates",
            "type",
            "transport",
            "key",
            "pending",
            "comments",
            "request",
            "response",
            "method",
            "path",
            "query",
            "status",
            "headers",
            "metadata",
            "body",
            "contents",
            "matchingRules",
            "generators");
    private static final List<String> BODY = List.of("contentType", "contentTypeHint", "encoded", "content");
    private static final List<String> STATE = List.of("name", "params");

    private CanonicalForm() {}

    /** The text of the contract file for a pact. */
    public static String text(ObjectNode pact) {
        return CanonicalWriter.text(of(pact));
    }

    /** The canonical form of a whole pact. */
    public static ObjectNode of(ObjectNode pact) {
        var kept = pact.deepCopy();
        if (kept.get("metadata") instanceof ObjectNode metadata) {
            metadata.retain("pactSpecification");
        }
        kept.set(
                "interactions",
                SortedKeys.array(interactions(pact).stream()
                        .map(CanonicalForm::interaction)
                        .sorted(Comparator.comparing(InteractionIdentity::of))
                        .toList()));
        return (ObjectNode) SortedKeys.ordered(kept, PACT, Map.of("interactions", UnaryOperator.identity()));
    }

    /** The interactions of a pact, unchanged. */
    static List<ObjectNode> interactions(JsonNode pact) {
        return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The canonical form of one interaction. */
    static ObjectNode interaction(ObjectNode interaction) {
        var kept = interaction.deepCopy();
        kept.put("key", InteractionIdentity.of(interaction).key());
        if (!kept.path("pending").asBoolean()) {
            kept.remove("pending");
        }
        if (kept.get("comments") instanceof ObjectNode comments) {
            comments.remove("testname");
        }
        if (kept.path("comments").isEmpty()) {
            kept.remove("comments");
        }
        return (ObjectNode) SortedKeys.ordered(
                kept,
                INTERACTION,
                Map.of(
                        "providerStates",
                        states -> SortedKeys.each(states, CanonicalForm::state),
                        "request",
                        CanonicalForm::part,
                        "response",
                        response -> SortedKeys.each(response, CanonicalForm::part),
                        "contents",
                        CanonicalForm::body));
    }

    private static JsonNode part(JsonNode part) {
        return SortedKeys.ordered(
                part, INTERACTION, Map.of("body", CanonicalForm::body, "contents", CanonicalForm::body));
    }

    private static JsonNode body(JsonNode body) {
        return SortedKeys.ordered(body, BODY, Map.of());
    }

    private static JsonNode state(JsonNode state) {
        return SortedKeys.ordered(state, STATE, Map.of());
    }
}
