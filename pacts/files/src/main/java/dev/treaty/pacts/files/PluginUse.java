package dev.treaty.pacts.files;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Which interactions of a file with Pact plugins need one: those that have a plugin's configuration, a rule of a plugin, or a transport of
 * a plugin. pact-jvm alone would compare their bodies as text or bytes.
 */
public final class PluginUse {

    private static final Set<String> OWN_TRANSPORTS =
            Set.of("", "http", "https", "message", "sync-message", "async-message");

    private PluginUse() {}

    /**
     * The plugin that an interaction needs; empty if it is plain.
     *
     * @param plugins those of the file, at least one
     */
    public static String in(JsonValue interaction, List<String> plugins) {
        if (PactJson.member(interaction, "pluginConfiguration") instanceof JsonValue.Object configurations) {
            for (var plugin : configurations.getEntries().keySet()) {
                return plugin;
            }
        }
        var isPlain = OWN_TRANSPORTS.contains(PactJson.text(interaction, "transport"))
                && !hasForeignRules(interaction)
                && !hasForeignRules(PactJson.member(interaction, "request"))
                && !hasForeignRules(PactJson.member(interaction, "response"));
        return isPlain ? "" : plugins.get(0);
    }

    static ErrorMessage message(Path path, Position position, JsonValue interaction, String plugin) {
        return new ErrorMessage(
                "\"%s\" cannot be replayed: it needs the Pact plugin \"%s\", and plugins are not supported."
                        .formatted(PactJson.text(interaction, "description"), plugin),
                UnreadablePactFile.where(path, position),
                "use a tool that runs the plugin for it, or move it to a file of its own");
    }

    /** Whether a rule for the body has a path that is not JSONPath, e.g. {@code column:Name} of the CSV plugin. */
    private static boolean hasForeignRules(JsonValue part) {
        if (part instanceof JsonValue.Array parts) {
            return parts.getValues().stream().anyMatch(PluginUse::hasForeignRules);
        }
        return PactJson.member(PactJson.member(part, "matchingRules"), "body") instanceof JsonValue.Object rules
                && rules.getEntries().keySet().stream().anyMatch(key -> !key.startsWith("$"));
    }
}
