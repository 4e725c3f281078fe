package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A generator that uses chance or the clock: pact-jvm adds one to every matcher without an example, and then records an example
 * that nobody chose. Generators that take a value from a provider state are fine.
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
    public Stream<ErrorMessage> findings(PactDocument document, ObjectNode interaction) {
        return generators("$", interaction, false).stream()
                .map(generator -> new ErrorMessage(
                        "%s has an example that pact-jvm generated (%s), so it is different in every run."
                                .formatted(document.nameOf(interaction), generator.type()),
                        "%s in %s".formatted(generator.path(), document.origin()),
                        "give the matcher an example; for a time, derive it from Examples.NOW"));
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
