package dev.treaty.pacts.canonical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A contract file.
 *
 * @param document what it says, in canonical form
 * @param text what is in the file, which is not canonical when someone edited it by hand
 */
public record ContractFile(PactDocument document, String text) {

    /** The file that a pact makes; its interactions may be in any order. */
    public static ContractFile of(PactDocument document) {
        var pact = CanonicalForm.of(document.pact());
        return new ContractFile(
                new PactDocument(document.contract() + ".json", document.contract(), pact), CanonicalWriter.text(pact));
    }

    /**
     * Reads all contract files of a directory.
     *
     * @throws UnreadableContract when one of them is no JSON
     */
    public static List<ContractFile> allIn(Path directory) {
        return pathsIn(directory).stream().map(ContractFile::read).toList();
    }

    /** The paths of all contract files in a directory, by name. */
    public static List<Path> pathsIn(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableContract(
                    "The contracts cannot be listed.", directory.toString(), "name a directory that can be read", e);
        }
    }

    private static ContractFile read(Path file) {
        var text = StrictJson.text(file);
        var name = file.getFileName().toString();
        var pact = CanonicalForm.of(StrictJson.object(text, file.toString()));
        return new ContractFile(new PactDocument(name, name.replaceFirst("\\.json$", ""), pact), text);
    }

    /** For example {@code billing-stripe.json}. */
    public String fileName() {
        return document.name() + ".json";
    }
}
