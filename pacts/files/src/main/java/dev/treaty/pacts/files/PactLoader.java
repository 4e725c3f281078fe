package dev.treaty.pacts.files;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ReaderPactSource;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.treaty.pacts.errors.ErrorMessage;
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
 * Lets pact-jvm read a pact, after {@link InteractionRepair}. A V4 pact is read in batches on all processors, which takes less time, and
 * keeps only a few batches in memory as JSON.
 */
final class PactLoader {

    private static final int BATCH = 200;
    private static final List<String> LISTS = List.of("interactions", "messages");

    private final Path path;
    private final String text;
    private final PactFileLimits limits;
    private final PartInterner parts = new PartInterner();
    private final List<ErrorMessage> leftOut = new ArrayList<>();

    PactLoader(Path path, String text, PactFileLimits limits) {
        this.path = path;
        this.text = text;
        this.limits = limits;
    }

    /** @throws UnreadablePactFile if pact-jvm cannot read it */
    ReadPact load(PactFileCheck.Metadata metadata) {
        try (var parser = limits.json().createParser(text)) {
            return new ReadPact(path, load(parser, metadata), leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private V4Pact load(JsonParser parser, PactFileCheck.Metadata metadata) throws IOException {
        try {
            return metadata.isV4() ? loadInBatches(parser, metadata.plugins()) : loadAsOne(parser);
        } catch (JsonProcessingException e) {
            throw BrokenJson.in(path, parser, e, limits);
        } catch (RuntimeException e) {
            throw refused(e, metadata.isV4()); // pact-jvm throws exceptions of many types
        }
    }

    private V4Pact loadAsOne(JsonParser parser) throws IOException {
        parser.nextToken();
        var pact = (JsonValue.Object) PactJson.read(parser);
        PactJson.repairVersion(pact.get("metadata"));
        for (var list : LISTS) {
            if (pact.get(list) instanceof JsonValue.Array interactions) {
                interactions.getValues().forEach(each -> repair(each, false));
            }
        }
        return pact(pact);
    }

    private V4Pact loadInBatches(JsonParser parser, List<String> plugins) throws IOException {
        var batches = new ArrayList<CompletableFuture<List<Interaction>>>();
        var rest = new LinkedHashMap<String, JsonValue>();
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            if (field.equals("interactions")) {
                readBatches(parser, plugins, batches);
            } else {
                rest.put(field, PactJson.read(parser));
            }
        }
        PactJson.repairVersion(rest.get("metadata"));
        var pact = pact(new JsonValue.Object(rest));
        batches.forEach(batch -> pact.getInteractions().addAll(batch.join()));
        return pact;
    }

    private void readBatches(
            JsonParser parser, List<String> plugins, List<CompletableFuture<List<Interaction>>> batches)
            throws IOException {
        batches.clear(); // of several members with the same name, the last one counts
        leftOut.clear();
        var batch = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var position = Position.of(parser.currentTokenLocation());
            var interaction = PactJson.read(parser);
            var plugin = plugins.isEmpty() ? "" : PluginUse.in(interaction, plugins);
            if (!plugin.isEmpty()) {
                leftOut.add(PluginUse.message(path, position, interaction, plugin));
                continue;
            }
            batch.add(interaction);
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
        return CompletableFuture.supplyAsync(() -> {
            interactions.forEach(each -> repair(each, true));
            return pact(new JsonValue.Object(pact)).getInteractions();
        });
    }

    private static void repair(JsonValue interaction, boolean isV4) {
        if (interaction instanceof JsonValue.Object object) {
            InteractionRepair.repair(object, isV4);
        }
    }

    private V4Pact pact(JsonValue.Object json) {
        var pact = DefaultPactReader.INSTANCE
                .pactFromJson(json, ReaderPactSource.INSTANCE)
                .asV4Pact()
                .unwrap();
        pact.getInteractions().forEach(parts::share);
        return pact;
    }

    private UnreadablePactFile refused(RuntimeException reason, boolean isV4) {
        var cause = reason instanceof CompletionException && reason.getCause() != null ? reason.getCause() : reason;
        if (cause instanceof StackOverflowError) {
            return UnreadablePactFile.unforeseen(path, cause);
        }
        try {
            return UnreadablePactFile.broken(
                    path, positionOfRefused(isV4), "pact-jvm refuses it (" + cause.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads each interaction again, on its own, to find the one that is refused; the start of the file if none is. */
    private Position positionOfRefused(boolean isV4) throws IOException {
        var frame = new LinkedHashMap<String, JsonValue>();
        try (var parser = limits.json().createParser(text)) {
            parser.nextToken();
            frame.putAll(((JsonValue.Object) PactJson.read(parser)).getEntries());
            frame.keySet().removeAll(LISTS);
        }
        PactJson.repairVersion(frame.get("metadata"));
        try (var parser = limits.json().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var field = parser.currentName();
                parser.nextToken();
                while (LISTS.contains(field) && parser.nextToken() != JsonToken.END_ARRAY) {
                    var position = Position.of(parser.currentTokenLocation());
                    var interaction = PactJson.read(parser);
                    if (isRefused(frame, field, interaction, isV4)) {
                        return position;
                    }
                }
                parser.skipChildren();
            }
        }
        return Position.START;
    }

    private boolean isRefused(Map<String, JsonValue> frame, String list, JsonValue interaction, boolean isV4) {
        var alone = new LinkedHashMap<>(frame);
        alone.put(list, new JsonValue.Array(new ArrayList<>(List.of(interaction))));
        try {
            repair(interaction, isV4);
            pact(new JsonValue.Object(alone));
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
