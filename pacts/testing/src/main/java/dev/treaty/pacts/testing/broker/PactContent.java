package dev.treaty.pacts.testing.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/** What identifies a contract's content and its interactions: hashes, by the real broker's rule, though not with its values. */
final class PactContent {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private PactContent() {}

    /** Interactions in any order, keys in any order, and the version of the specification. */
    static String sha(JsonNode pact) {
        var content = JsonNodeFactory.instance.objectNode();
        for (var name : List.of("interactions", "messages")) {
            if (pact.path(name).isArray()) {
                var sorted = StreamSupport.stream(pact.path(name).spliterator(), false)
                        .map(PactContent::withoutId)
                        .map(PactContent::sorted)
                        .sorted(Comparator.naturalOrder())
                        .toList();
                sorted.forEach(content.withArray("/" + name)::add);
            }
        }
        content.put(
                "version",
                pact.path("metadata").path("pactSpecification").path("version").asText());
        return sha(sorted(content));
    }

    /** The contract with an {@code _id} in each interaction, as the broker returns it. */
    static ObjectNode withIds(JsonNode pact) {
        ObjectNode copy = pact.deepCopy();
        for (var name : List.of("interactions", "messages")) {
            if (copy.path(name) instanceof ArrayNode array) {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, withId(array.get(i)));
                }
            }
        }
        return copy;
    }

    private static JsonNode withId(JsonNode interaction) {
        var copy = JsonNodeFactory.instance.objectNode().put("_id", sha(sorted(withoutId(interaction))));
        withoutId(interaction).properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }

    private static JsonNode withoutId(JsonNode interaction) {
        return interaction instanceof ObjectNode object ? object.deepCopy().without("_id") : interaction;
    }

    private static String sorted(JsonNode node) {
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(node, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }
}
