package dev.treaty.pacts.files;

import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a pact file, and where: pact-jvm does not report positions, and drops interactions of an unknown type
 * with only a line in its log.
 */
public final class PactFileCheck {

    private static final String HTTP = "Synchronous/HTTP";
    private static final Set<String> TYPES = Set.of(HTTP, "Asynchronous/Messages", "Synchronous/Messages");

    private final Path path;
    private boolean consumer;
    private boolean provider;
    private boolean interactions;
    private int version = 2;
    private List<String> plugins = List.of();
    private final Map<Position, String> defects = new LinkedHashMap<>();
    private final List<Position> untyped = new ArrayList<>();

    /**
     * What the metadata say.
     *
     * @param version of the specification: 2, 3 or 4; whatever it calls itself, it is read as one of these
     * @param plugins the names of the Pact plugins that the file needs
     * @param defects why an interaction is none, by its position; nobody reads it
     */
    public record Metadata(int version, List<String> plugins, Map<Position, String> defects) {

        boolean isV4() {
            return version == 4;
        }
    }

    private PactFileCheck(Path path) {
        this.path = path;
    }

    /**
     * Checks a whole file. What is wrong with one of its interactions does not keep the others from being read.
     *
     * @throws UnreadablePactFile with the position of the first error
     */
    public static Metadata check(Path path, String text, PactFileLimits limits) {
        try (var parser = limits.json().createParser(text)) {
            return check(path, parser, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Metadata check(Path path, JsonParser parser, PactFileLimits limits) throws IOException {
        try {
            var check = new PactFileCheck(path);
            check.checkRoot(parser);
            return new Metadata(check.version, check.plugins, check.defects);
        } catch (JsonProcessingException e) {
            throw BrokenJson.in(path, parser, e, limits);
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
                case "interactions" -> checkInteractions(parser, true);
                case "messages" -> checkInteractions(parser, false);
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
        if (version == 4) {
            untyped.forEach(
                    position -> defects.putIfAbsent(position, "this interaction has no type, which V4 requires"));
        }
        parser.nextToken(); // nothing may follow the object; Jackson throws if something does
    }

    /** @param readInV4 whether V4 reads the list, and so requires types in it */
    private void checkInteractions(JsonParser parser, boolean readInV4) throws IOException {
        require(
                parser.currentToken() == JsonToken.START_ARRAY,
                Position.of(parser.currentTokenLocation()),
                "its interactions are not a list");
        interactions = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var position = Position.of(parser.currentTokenLocation());
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                checkInteraction(parser, position, readInV4);
            } else {
                defects.put(position, "this interaction is not a JSON object");
                parser.skipChildren();
            }
        }
    }

    private void checkInteraction(JsonParser parser, Position position, boolean readInV4) throws IOException {
        var described = false;
        var typed = false;
        var requested = false;
        var isHttp = readInV4;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            var token = parser.nextToken();
            if (field.equals("description")) {
                described = token == JsonToken.VALUE_STRING;
            } else if (field.equals("request")) {
                requested = token == JsonToken.START_OBJECT;
            } else if (field.equals("type")) {
                typed = true;
                isHttp = parser.getText().equals(HTTP);
                if (!TYPES.contains(parser.getText())) {
                    defects.put(position, "\"" + parser.getText() + "\" is not a type of interaction");
                }
            }
            parser.skipChildren();
        }
        var isNamed = described || (isHttp && requested); // HTTP by its request; a message only by its description
        if (!isNamed) {
            defects.putIfAbsent(position, "this interaction has no description");
        } else if (readInV4 && !typed) {
            untyped.add(position);
        }
    }

    private void checkMetadata(JsonParser parser) throws IOException {
        var metadata = PactJson.read(parser);
        PactJson.repairVersion(metadata);
        version = PactJson.version(metadata);
        if (PactJson.member(metadata, "plugins") instanceof JsonValue.Array needed) {
            plugins = needed.getValues().stream()
                    .map(plugin -> PactJson.text(plugin, "name"))
                    .toList();
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
