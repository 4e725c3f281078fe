package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ReaderPactSource;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.files.UnreadablePactFile.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets pact-jvm read a pact. A V4 pact is read in batches on all processors, which takes less time, and keeps only a few batches in
 * memory as JSON.
 */
final class PactLoader {

    private static final int BATCH = 200;
    private static final List<String> LISTS = List.of("interactions", "messages");

    private final Path path;
    private final String text;
    private final JsonFactory json;
    private final PartInterner parts = new PartInterner();

    PactLoader(Path path, String text, JsonFactory json) {
        this.path = path;
        this.text = text;
        this.json = json;
    }

    /** @throws UnreadablePactFile if pact-jvm cannot read it */
    V4Pact load(boolean isV4) {
        try (var parser = json.createParser(text)) {
            return isV4 ? loadInBatches(parser) : loadAsOne(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw refused(e); // pact-jvm throws exceptions of many types
        }
    }

    private V4Pact loadAsOne(JsonParser parser) throws IOException {
        parser.nextToken();
        return pact((JsonValue.Object) PactJson.read(parser));
    }

    private V4Pact loadInBatches(JsonParser parser) throws IOException {
        var batches = new ArrayList<CompletableFuture<List<Interaction>>>();
        var rest = new LinkedHashMap<String, JsonValue>();
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            if (field.equals("interactions")) {
                readBatches(parser, batches);
            } else {
                rest.put(field, PactJson.read(parser));
            }
        }
        var pact = pact(new JsonValue.Object(rest));
        batches.forEach(batch -> pact.getInteractions().addAll(batch.join()));
        return pact;
    }

    private void readBatches(JsonParser parser, List<CompletableFuture<List<Interaction>>> batches) throws IOException {
        batches.clear(); // of several members with the same name, the last one counts
        var batch = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            batch.add(PactJson.read(parser));
            if (batch.size() == BATCH) {
                batches.add(load(batch));
                batch = new ArrayList<>();
            }
        }
        batches.add(load(batch));
    }

    private CompletableFuture<List<Interaction>> load(List<JsonValue> interactions) {
        var version = new JsonValue.Object(Map.of("version", new JsonValue.StringValue("4.0")));
        var pact = new LinkedHashMap<String, JsonValue>();
        pact.put("interactions", new JsonValue.Array(interactions));
        pact.put("metadata", new JsonValue.Object(new LinkedHashMap<>(Map.of("pactSpecification", version))));
        return CompletableFuture.supplyAsync(
                () -> pact(new JsonValue.Object(pact)).getInteractions());
    }

    private V4Pact pact(JsonValue.Object json) {
        var pact = DefaultPactReader.INSTANCE
                .pactFromJson(json, ReaderPactSource.INSTANCE)
                .asV4Pact()
                .unwrap();
        pact.getInteractions().forEach(parts::share);
        return pact;
    }

    private UnreadablePactFile refused(RuntimeException reason) {
        var cause = reason instanceof CompletionException && reason.getCause() != null ? reason.getCause() : reason;
        try {
            return UnreadablePactFile.broken(
                    path, positionOfRefused(), "pact-jvm refuses it (" + cause.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads each interaction again, on its own, to find the one that is refused; the start of the file if none is. */
    private Position positionOfRefused() throws IOException {
        var frame = new LinkedHashMap<String, JsonValue>();
        try (var parser = json.createParser(text)) {
            parser.nextToken();
            frame.putAll(((JsonValue.Object) PactJson.read(parser)).getEntries());
            frame.keySet().removeAll(LISTS);
        }
        try (var parser = json.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var field = parser.currentName();
                parser.nextToken();
                while (LISTS.contains(field) && parser.nextToken() != JsonToken.END_ARRAY) {
                    var position = Position.of(parser.currentTokenLocation());
                    if (isRefused(frame, field, PactJson.read(parser))) {
                        return position;
                    }
                }
                parser.skipChildren();
            }
        }
        return Position.START;
    }

    private boolean isRefused(Map<String, JsonValue> frame, String list, JsonValue interaction) {
        var alone = new LinkedHashMap<>(frame);
        alone.put(list, new JsonValue.Array(new ArrayList<>(List.of(interaction))));
        try {
            pact(new JsonValue.Object(alone));
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
