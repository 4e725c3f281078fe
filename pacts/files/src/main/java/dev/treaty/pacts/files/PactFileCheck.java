package dev.treaty.pacts.files;

import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Finds what is wrong with a pact file, and where: pact-jvm does not report positions, and drops interactions of an unknown type
 * with only a line in its log.
 */
final class PactFileCheck {

    private static final Set<String> TYPES =
            Set.of("Synchronous/HTTP", "Asynchronous/Messages", "Synchronous/Messages");

    private final Path path;
    private boolean consumer;
    private boolean provider;
    private boolean interactions;
    private boolean v4;
    private boolean untyped;
    private Position untypedAt = Position.START;

    private PactFileCheck(Path path) {
        this.path = path;
    }

    /**
     * Checks a whole file.
     *
     * @return whether it uses specification V4
     * @throws UnreadablePactFile with the position of the first error
     */
    static boolean check(Path path, String text, JsonFactory json) {
        try (var parser = json.createParser(text)) {
            var check = new PactFileCheck(path);
            check.checkRoot(parser);
            return check.v4;
        } catch (JsonProcessingException e) {
            var reason = e.getOriginalMessage().lines().findFirst().orElse("it is not JSON");
            throw UnreadablePactFile.broken(path, Position.of(e.getLocation()), reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkRoot(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw UnreadablePactFile.broken(
                    path, Position.of(parser.currentTokenLocation()), "it is not a JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "interactions", "messages" -> checkInteractions(parser);
                case "consumer" -> consumer = isNamed(parser);
                case "provider" -> provider = isNamed(parser);
                case "metadata" -> checkMetadata(parser);
                default -> parser.skipChildren();
            }
        }
        require(consumer, Position.START, "it does not name its consumer");
        require(provider, Position.START, "it does not name its provider");
        require(interactions, Position.START, "it has neither interactions nor messages");
        // the metadata, which contain the version, usually come last
        require(!untyped || !v4, untypedAt, "this interaction has no type, which V4 requires");
        parser.nextToken(); // nothing may follow the object; Jackson throws if something does
    }

    private void checkInteractions(JsonParser parser) throws IOException {
        require(
                parser.currentToken() == JsonToken.START_ARRAY,
                Position.of(parser.currentTokenLocation()),
                "its interactions are not a list");
        interactions = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var position = Position.of(parser.currentTokenLocation());
            require(parser.currentToken() == JsonToken.START_OBJECT, position, "this interaction is not a JSON object");
            checkInteraction(parser, position);
        }
    }

    private void checkInteraction(JsonParser parser, Position position) throws IOException {
        var described = false;
        var typed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            var token = parser.nextToken();
            if (field.equals("description")) {
                described = token == JsonToken.VALUE_STRING;
            } else if (field.equals("type")) {
                typed = true;
                require(
                        TYPES.contains(parser.getText()),
                        position,
                        "\"" + parser.getText() + "\" is not a type of interaction");
            }
            parser.skipChildren();
        }
        require(described, position, "this interaction has no description");
        if (!typed && !untyped) {
            untyped = true;
            untypedAt = position;
        }
    }

    private void checkMetadata(JsonParser parser) throws IOException {
        var at = Position.of(parser.currentTokenLocation());
        var metadata = PactJson.read(parser);
        v4 = PactJson.text(PactJson.member(metadata, "pactSpecification"), "version")
                .startsWith("4");
        if (PactJson.member(metadata, "plugins") instanceof JsonValue.Array plugins && plugins.getSize() > 0) {
            var name = PactJson.text(plugins.get(0), "name");
            throw UnreadablePactFile.broken(
                    path, at, "it needs the Pact plugin \"" + name + "\", and plugins are not supported");
        }
    }

    private static boolean isNamed(JsonParser parser) throws IOException {
        return PactJson.member(PactJson.read(parser), "name").isString();
    }

    private void require(boolean condition, Position position, String otherwise) {
        if (!condition) {
            throw UnreadablePactFile.broken(path, position, otherwise);
        }
    }
}
