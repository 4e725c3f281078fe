package dev.treaty.stubs.replay;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.replay.UnreadablePactFile.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Finds what is wrong with a pact file, and where: pact-jvm knows no positions, and it drops an interaction of an unknown
 * type with no more than a line in its log.
 */
final class PactFileCheck {

    private static final Set<String> TYPES =
            Set.of("Synchronous/HTTP", "Asynchronous/Messages", "Synchronous/Messages");

    private final ObjectMapper json = new ObjectMapper();

    /** Throws {@link UnreadablePactFile} with the position of the first thing that is wrong. */
    void check(Path path, String text) {
        try (var parser = json.createParser(text)) {
            checkRoot(path, parser);
        } catch (JsonProcessingException e) {
            var reason = e.getOriginalMessage().lines().findFirst().orElse("it is no JSON");
            throw UnreadablePactFile.broken(path, position(e.getLocation()), reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkRoot(Path path, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw UnreadablePactFile.broken(path, position(parser.currentTokenLocation()), "it is no JSON object");
        }
        var found = new Found();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            var at = position(parser.currentTokenLocation());
            switch (field) {
                case "interactions", "messages" -> checkInteractions(path, parser, at, found);
                case "consumer" -> found.consumer = isNamed(json.readTree(parser));
                case "provider" -> found.provider = isNamed(json.readTree(parser));
                case "metadata" -> checkMetadata(path, json.readTree(parser), at, found);
                default -> parser.skipChildren();
            }
        }
        require(found.consumer, path, Position.START, "it does not name its consumer");
        require(found.provider, path, Position.START, "it does not name its provider");
        require(found.interactions, path, Position.START, "it has neither interactions nor messages");
        require(!found.untyped || !found.v4, path, found.untypedAt, "this interaction has no type, and V4 needs one");
        parser.nextToken(); // what follows the object must be nothing; Jackson tells if it is not
    }

    private void checkInteractions(Path path, JsonParser parser, Position at, Found found) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, path, at, "its interactions are no list");
        found.interactions = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var position = position(parser.currentTokenLocation());
            var interaction = json.<JsonNode>readTree(parser);
            require(interaction.isObject(), path, position, "this interaction is no JSON object");
            require(interaction.path("description").isTextual(), path, position, "this interaction has no description");
            var type = interaction.get("type");
            if (type == null) {
                found.untyped(position);
            } else {
                require(
                        TYPES.contains(type.asText()),
                        path,
                        position,
                        "no interaction has type \"" + type.asText() + "\"");
            }
        }
    }

    private static void checkMetadata(Path path, JsonNode metadata, Position at, Found found) {
        var version = metadata.path("pactSpecification").path("version").asText();
        found.v4 = version.startsWith("4");
        var plugins = metadata.path("plugins");
        require(
                plugins.isMissingNode() || plugins.isEmpty(),
                path,
                at,
                "it needs the Pact plugin \"" + plugins.path(0).path("name").asText()
                        + "\", and plugins are not replayed");
    }

    private static boolean isNamed(JsonNode participant) {
        return participant.path("name").isTextual();
    }

    private static void require(boolean condition, Path path, Position position, String otherwise) {
        if (!condition) {
            throw UnreadablePactFile.broken(path, position, otherwise);
        }
    }

    private static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    /** What has been seen so far; the metadata, which say the version, come last in a file. */
    private static final class Found {
        boolean consumer;
        boolean provider;
        boolean interactions;
        boolean v4;
        boolean untyped;
        Position untypedAt = Position.START;

        void untyped(Position at) {
            if (!untyped) {
                untyped = true;
                untypedAt = at;
            }
        }
    }
}
