package dev.treaty.pacts.compare.source;

import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.interaction.ContractFile;
import dev.treaty.pacts.compare.interaction.PluginInteraction;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileReader;
import dev.treaty.pacts.files.PactFiles;
import dev.treaty.pacts.files.PactJson;
import dev.treaty.pacts.files.PluginUse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads contracts, with the interactions that need a plugin apart from the others. */
final class ContractReader {

    private ContractReader() {}

    /** Reads a file, or the {@code .json} files directly in a folder. */
    static List<ContractFile> read(Path fileOrFolder) {
        var files = PactFiles.load(List.of(fileOrFolder));
        files.unreadable().stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        return files.readable().stream()
                .map(file -> file.leftOut().isEmpty()
                        ? new ContractFile(file, List.of())
                        : apart(file, PactFileReader.text(file.path())))
                .toList();
    }

    /** @param path what messages call it */
    static ContractFile read(Path path, String json) {
        var file = PactFile.parseWithoutPlugins(path, json);
        return file.leftOut().isEmpty() ? new ContractFile(file, List.of()) : apart(file, json);
    }

    /** What is left out for another reason than a plugin must not look as if it was removed. */
    private static ContractFile apart(PactFile file, String json) {
        var plugins = plugins(json);
        if (plugins.size() < file.leftOut().size()) {
            throw UnknownSource.broken(file.leftOut());
        }
        return new ContractFile(file, plugins);
    }

    private static List<PluginInteraction> plugins(String json) {
        var pact = JsonParser.parseString(json);
        var names = elements(PactJson.member(PactJson.member(pact, "metadata"), "plugins"))
                .map(plugin -> PactJson.text(plugin, "name"))
                .toList();
        return names.isEmpty() ? List.of() : plugins(pact, names);
    }

    private static List<PluginInteraction> plugins(JsonValue pact, List<String> names) {
        return elements(PactJson.member(pact, "interactions"))
                .map(interaction -> new PluginInteraction(PluginUse.in(interaction, names), interaction))
                .filter(interaction -> !interaction.plugin().isEmpty())
                .toList();
    }

    private static Stream<JsonValue> elements(JsonValue list) {
        return list instanceof JsonValue.Array array ? array.getValues().stream() : Stream.of();
    }
}
