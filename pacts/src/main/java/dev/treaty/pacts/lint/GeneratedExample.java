package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.canonical.PactDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A generator that draws lots or asks the clock: pact-jvm adds one whenever a matcher has no example, and then the example
 * in the contract is one that nobody chose. Generators that take a value from a provider state are what they should be.
 */
final class GeneratedExample implements InteractionRule {

    private static final Set<String> CHANCE_OR_CLOCK = Set.of(
            "RandomInt",
            "RandomDecimal",
            "RandomHexadecimal",
            "RandomString",
            "RandomBoolean",
            "Uuid",
            "Regex",
            "Date",
            "Time",
            "DateTime");

    @Override
    public Stream<Finding> findings(PactDocument document, ObjectNode interaction) {
        return generators("$", interaction, false).stream()
                .map(generator -> new Finding(
                        "%s has an example that pact-jvm made up (generator %s), so it is another one each time."
                                .formatted(document.nameOf(interaction), generator.type()),
                        "%s in %s".formatted(generator.path(), document.origin()),
                        "give the matcher an example of its own; for a time, one made of Examples.NOW"));
    }

    private record Generator(String path, String type) {}

    private static List<Generator> generators(String path, JsonNode node, boolean inside) {
        var found = new ArrayList<Generator>();
        if (inside && CHANCE_OR_CLOCK.contains(node.path("type").asText())) {
            found.add(new Generator(path, node.path("type").asText()));
        }
        for (var member : node.properties()) {
            found.addAll(generators(
                    JsonPath.child(path, member.getKey()),
                    member.getValue(),
                    inside || member.getKey().equals("generators")));
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            found.addAll(generators(JsonPath.element(path, index), node.path(index), inside));
        }
        return found;
    }
}
