package dev.treaty.pacts.canonical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A contract file.
 *
 * @param document its content, in canonical form
 * @param text the text of the file, which differs from the canonical form if someone edited it by hand
 */
public record ContractFile(PactDocument document, String text) {

    /** Creates the file for a pact, whose interactions may be in any order. */
    public static ContractFile of(PactDocument document) {
        var pact = CanonicalForm.of(document.pact());
        return new ContractFile(
                new PactDocument(document.contract() + ".json", document.contract(), pact), CanonicalWriter.text(pact));
    }

    /**
     * Reads all contract files of a directory.
     *
     * @throws UnreadableContract if one of them is not JSON
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
                    "The contract files cannot be listed.",
                    directory.toString(),
                    "name a directory that can be read",
                    e);
        }
    }

    private static ContractFile read(Path file) {
        var text = StrictJson.text(file);
        var name = file.getFileName().toString();
        var pact = CanonicalForm.of(StrictJson.object(text, file.toString()));
        return new ContractFile(new PactDocument(name, name.replaceFirst("\\.json$", ""), pact), text);
    }

    /** The name of the file, e.g. {@code billing-stripe.json}. */
    public String fileName() {
        return document.name() + ".json";
    }
}
