package dev.treaty.pacts.broker.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What two pacts must have in common for the broker to call them equal: their interactions and messages in any order, and the version of the
 * specification. Whether two pacts are equal decides whether one may be published where the other is.
 *
 * @see <a href="https://github.com/pact-foundation/pact_broker/blob/master/lib/pact_broker/pacts/generate_sha.rb">the broker's rule</a>
 */
record VerifiableContent(Map<JsonNode, Long> interactions, String specification) {

    static VerifiableContent of(JsonNode pact) {
        return new VerifiableContent(
                Stream.of("interactions", "messages")
                        .flatMap(name -> StreamSupport.stream(pact.path(name).spliterator(), false))
                        .map(VerifiableContent::withoutId)
                        .map(VerifiableContent::asTheBrokerReadsIt)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                specification(pact.path("metadata")));
    }

    /** The broker adds the id. */
    private static JsonNode withoutId(JsonNode interaction) {
        return interaction instanceof ObjectNode object ? object.deepCopy().without("_id") : interaction;
    }

    /** The broker reads decimals as doubles, as Ruby does, so 1.10 and 1.1 are the same to it. */
    private static JsonNode asTheBrokerReadsIt(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var read = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> read.set(field.getKey(), asTheBrokerReadsIt(field.getValue())));
            return read;
        }
        if (node.isArray()) {
            var read = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> read.add(asTheBrokerReadsIt(element)));
            return read;
        }
        return node.isFloatingPointNumber() ? DoubleNode.valueOf(node.doubleValue()) : node;
    }

    private static String specification(JsonNode metadata) {
        return Stream.of(
                        metadata.path("pactSpecification").path("version"),
                        metadata.path("pact-specification").path("version"),
                        metadata.path("pactSpecificationVersion"))
                .filter(version -> !version.isMissingNode())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    /** The descriptions of what is in only one of two contents, or different in them. */
    List<String> differencesFrom(VerifiableContent other) {
        var descriptions = new TreeSet<String>();
        Stream.concat(missingIn(other), other.missingIn(this)).forEach(descriptions::add);
        if (!specification.equals(other.specification)) {
            descriptions.add("the version of the Pact specification");
        }
        return List.copyOf(descriptions);
    }

    private Stream<String> missingIn(VerifiableContent other) {
        return interactions.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), other.interactions.get(entry.getKey())))
                .map(entry ->
                        "\"%s\"".formatted(entry.getKey().path("description").asText()));
    }
}
