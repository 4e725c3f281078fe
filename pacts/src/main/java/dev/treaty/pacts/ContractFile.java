package dev.treaty.pacts;

import java.nio.file.Path;
import java.util.List;

/**
 * A contract file.
 *
 * @param document what it says, in canonical form
 * @param text what is in the file, which is not canonical when someone edited it by hand
 */
record ContractFile(PactDocument document, String text) {

    /** The file that a pact makes; its interactions may be in any order. */
    static ContractFile of(PactDocument document) {
        var pact = CanonicalForm.of(document.pact());
        return new ContractFile(
                new PactDocument(document.contract() + ".json", document.contract(), pact), CanonicalWriter.text(pact));
    }

    /**
     * Reads all contract files of a directory.
     *
     * @throws ContractException when one of them is no JSON
     */
    static List<ContractFile> allIn(Path directory) {
        return Contracts.files(directory).stream().map(ContractFile::read).toList();
    }

    private static ContractFile read(Path file) {
        var text = Json.text(file);
        var name = file.getFileName().toString();
        var pact = CanonicalForm.of(Json.object(text, file.toString()));
        return new ContractFile(new PactDocument(name, name.replaceFirst("\\.json$", ""), pact), text);
    }

    /** For example {@code billing-stripe.json}. */
    String fileName() {
        return document.name() + ".json";
    }
}
