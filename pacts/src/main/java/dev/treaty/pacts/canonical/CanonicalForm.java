package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * The one form of a pact: the same contract has the same bytes, whoever recorded it, when and where.
 *
 * <p>Interactions are sorted by description, then states. Pact's own keys come in the order in which one reads them, all
 * others sorted. What depends on the run is left out: the test's name, the version of the tool, {@code pending} when it is
 * false. Lists keep their order, because it may mean something.
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

    /** The text of a contract file. */
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
                array(interactions(pact).stream()
                        .map(CanonicalForm::interaction)
                        .sorted(Comparator.comparing(InteractionIdentity::of))
                        .toList()));
        return (ObjectNode) ordered(kept, PACT, Map.of("interactions", UnaryOperator.identity()));
    }

    /** The interactions of a pact, as they are. */
    public static List<ObjectNode> interactions(JsonNode pact) {
        return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The canonical form of one interaction. */
    public static ObjectNode interaction(ObjectNode interaction) {
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
        return (ObjectNode) ordered(
                kept,
                INTERACTION,
                Map.of(
                        "providerStates",
                        states -> each(states, CanonicalForm::state),
                        "request",
                        CanonicalForm::part,
                        "response",
                        response -> each(response, CanonicalForm::part),
                        "contents",
                        CanonicalForm::body));
    }

    private static JsonNode part(JsonNode part) {
        return ordered(part, INTERACTION, Map.of("body", CanonicalForm::body, "contents", CanonicalForm::body));
    }

    private static JsonNode body(JsonNode body) {
        return ordered(body, BODY, Map.of());
    }

    private static JsonNode state(JsonNode state) {
        return ordered(state, STATE, Map.of());
    }

    /** The same value with all keys sorted, at every depth. */
    public static JsonNode sorted(JsonNode node) {
        return node.isArray() ? each(node, CanonicalForm::sorted) : ordered(node, List.of(), Map.of());
    }

    private static JsonNode each(JsonNode node, UnaryOperator<JsonNode> form) {
        return node.isArray()
                ? array(StreamSupport.stream(node.spliterator(), false)
                        .map(form)
                        .toList())
                : form.apply(node);
    }

    private static JsonNode ordered(JsonNode node, List<String> first, Map<String, UnaryOperator<JsonNode>> forms) {
        if (!node.isObject()) {
            return node;
        }
        var keys = new LinkedHashSet<>(first);
        node.properties().stream().map(Map.Entry::getKey).sorted().forEach(keys::add);
        var result = JsonNodeFactory.instance.objectNode();
        for (var key : keys) {
            if (node.has(key)) {
                result.set(key, forms.getOrDefault(key, CanonicalForm::sorted).apply(node.path(key)));
            }
        }
        return result;
    }

    private static ArrayNode array(List<? extends JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
}
