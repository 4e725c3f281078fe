package dev.treaty.pacts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.InteractionIdentity;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.canonical.UnreadableContract;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer needs of one provider.
 *
 * @param consumer who calls, or receives the messages, e.g. {@code "billing"}
 * @param provider who answers, or sends the messages, e.g. {@code "stripe"}
 * @param interactions in the order of the file: by description, then states
 * @param source the file, or the entry of a jar ({@code jar:file:…!/pacts/billing-stripe.json})
 * @param json the file's whole text, a pact of specification version 4
 */
public record Contract(String consumer, String provider, List<Interaction> interactions, URI source, String json) {

    /** Keeps a copy of the interactions. */
    public Contract {
        interactions = List.copyOf(interactions);
    }

    /** The name of the file without its extension, e.g. {@code "billing-stripe"}. */
    public String name() {
        return consumer + "-" + provider;
    }

    /** Name, number of interactions and source; the JSON is too long for a log. */
    @Override
    public String toString() {
        return "Contract[%s, %d interactions, %s]".formatted(name(), interactions.size(), source);
    }

    static Contract parse(String json, URI source) {
        var pact = StrictJson.object(json, source.toString());
        var interactions = StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .map(node -> interaction(node, source))
                .toList();
        return new Contract(
                participant(pact, "consumer", source),
                participant(pact, "provider", source),
                interactions,
                source,
                json);
    }

    private static String participant(JsonNode pact, String role, URI source) {
        var name = pact.path(role).path("name").asText();
        if (name.isEmpty()) {
            throw new UnreadableContract(
                    "A contract does not name its %s.".formatted(role),
                    "$.%s.name in %s".formatted(role, source),
                    "a contract file is a pact; is this another file?");
        }
        return name;
    }

    private static Interaction interaction(JsonNode node, URI source) {
        var identity = InteractionIdentity.of(node);
        var type = node.path("type").asText();
        return new Interaction(
                node.path("key").asText(identity.key()),
                InteractionType.named(type)
                        .orElseThrow(() -> new UnreadableContract(
                                "An interaction has a type that version 4 of Pact does not know: \"%s\"."
                                        .formatted(type),
                                "\"%s\" in %s".formatted(identity.description(), source),
                                "record it again: mvn -pl pacts -am verify")),
                identity.description(),
                StreamSupport.stream(node.path("providerStates").spliterator(), false)
                        .map(Contract::state)
                        .toList());
    }

    private static ProviderState state(JsonNode state) {
        return new ProviderState(
                state.path("name").asText(),
                state.has("params")
                        ? StrictJson.MAPPER.convertValue(
                                state.get("params"), new TypeReference<Map<String, @Nullable Object>>() {})
                        : Map.of());
    }
}
