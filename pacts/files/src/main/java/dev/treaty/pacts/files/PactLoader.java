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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
            if (!metadata.defects().isEmpty()) {
                return loadOneByOne(metadata);
            }
            return metadata.isV4() ? loadInBatches(parser, metadata.plugins()) : loadAsOne(parser);
        } catch (JsonProcessingException e) {
            throw BrokenJson.in(path, parser, e, limits);
        } catch (UnreadablePactFile e) {
            throw e;
        } catch (RuntimeException e) { // pact-jvm throws exceptions of many types
            if (e.getCause() instanceof StackOverflowError nested) {
                throw UnreadablePactFile.unforeseen(path, nested);
            }
            return loadOneByOne(metadata);
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

    /** Reads each interaction on its own, and leaves out those that are refused. */
    private V4Pact loadOneByOne(PactFileCheck.Metadata metadata) throws IOException {
        leftOut.clear();
        var frame = frame();
        var pact = emptyPact(frame);
        var seen = new HashSet<String>();
        try (var parser = limits.json().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var field = parser.currentName();
                parser.nextToken();
                if (!seen.add(field) && LISTS.contains(field)) {
                    pact.getInteractions().clear(); // of several members with the same name, the last one counts
                    leftOut.clear();
                }
                while (LISTS.contains(field) && parser.nextToken() != JsonToken.END_ARRAY) {
                    var position = Position.of(parser.currentTokenLocation());
                    pact.getInteractions().addAll(read(position, PactJson.read(parser), field, frame, metadata));
                }
                parser.skipChildren();
            }
        }
        if (pact.getInteractions().isEmpty() && !leftOut.isEmpty()) {
            throw UnreadablePactFile.leftOut(path, leftOut.get(0));
        }
        return pact;
    }

    private Map<String, JsonValue> frame() throws IOException {
        var frame = new LinkedHashMap<String, JsonValue>();
        try (var parser = limits.json().createParser(text)) {
            parser.nextToken();
            frame.putAll(((JsonValue.Object) PactJson.read(parser)).getEntries());
            frame.keySet().removeAll(LISTS);
        }
        PactJson.repairVersion(frame.get("metadata"));
        return frame;
    }

    private V4Pact emptyPact(Map<String, JsonValue> frame) {
        try {
            return pact(withInteractions(frame, LISTS.get(0), List.of()));
        } catch (RuntimeException e) {
            throw UnreadablePactFile.broken(path, Position.START, refusal(e));
        }
    }

    /** The interaction; none if it is left out. */
    private List<Interaction> read(
            Position position,
            JsonValue interaction,
            String list,
            Map<String, JsonValue> frame,
            PactFileCheck.Metadata metadata) {
        var defect = metadata.defects().get(position);
        if (defect == null) {
            var plugin = metadata.plugins().isEmpty() ? "" : PluginUse.in(interaction, metadata.plugins());
            if (!plugin.isEmpty()) {
                leftOut.add(PluginUse.message(path, position, interaction, plugin));
                return List.of();
            }
            try {
                repair(interaction, metadata.isV4());
                return pact(withInteractions(frame, list, List.of(interaction))).getInteractions();
            } catch (RuntimeException e) {
                defect = refusal(e);
            }
        }
        leftOut.add(UnreadablePactFile.brokenInteraction(path, position, defect));
        return List.of();
    }

    private static JsonValue.Object withInteractions(
            Map<String, JsonValue> frame, String list, List<JsonValue> interactions) {
        var all = new LinkedHashMap<>(frame);
        all.put(list, new JsonValue.Array(new ArrayList<>(interactions)));
        return new JsonValue.Object(all);
    }

    /** A single word, such as the name of a charset, says nothing without the kind of the failure. */
    private static String refusal(RuntimeException reason) {
        var message = String.valueOf(reason.getMessage());
        var kind = reason.getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        var text = message.equals("null") ? kind : message.contains(" ") ? message : kind + ": " + message;
        return "pact-jvm refuses it (" + text + ")";
    }
}
