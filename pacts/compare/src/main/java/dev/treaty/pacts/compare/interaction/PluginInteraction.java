package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.PactJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interaction that only a Pact plugin understands, so that nothing is known but what the file says.
 *
 * @param plugin its name, e.g. {@code "csv"}
 * @param content the interaction as it stands in the file, but for what no provider is told
 */
public record PluginInteraction(String plugin, JsonValue content) {

    /** The ID that a broker gives it, and what is for people only. */
    private static final List<String> MEANINGLESS = List.of("_id", "key", "comments", "interactionMarkup");

    /** Removes what no provider is told. */
    public PluginInteraction {
        if (content instanceof JsonValue.Object object) {
            var members = new LinkedHashMap<>(object.getEntries());
            MEANINGLESS.forEach(members::remove);
            content = new JsonValue.Object(members);
        }
    }

    String description() {
        return PactJson.text(content, "description");
    }

    boolean isPending() {
        return member("pending") instanceof JsonValue.True;
    }

    JsonValue member(String name) {
        return PactJson.member(content, name);
    }

    /** The names of its provider states. */
    String states() {
        return member("providerStates") instanceof JsonValue.Array states
                ? states.getValues().stream()
                        .map(state -> PactJson.text(state, "name"))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : "";
    }
}
