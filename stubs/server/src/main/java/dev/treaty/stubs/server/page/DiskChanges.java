package dev.treaty.stubs.server.page;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.compare.interaction.ContractChanges;
import dev.treaty.pacts.compare.report.Comparison;
import dev.treaty.pacts.compare.report.TextReport;
import dev.treaty.pacts.compare.source.ContractSources;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the command {@code compare} says of contracts on disk beside those of git's HEAD. */
public final class DiskChanges {

    private static final String HEAD = "HEAD";

    private final List<Path> folders;

    /** @param filesOrFolders that are served; only folders are compared */
    public DiskChanges(List<Path> filesOrFolders) {
        folders = filesOrFolders.stream()
                .filter(Files::isDirectory)
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .toList();
    }

    /** The comparison, or why there is none; empty if no folder is served. */
    public Optional<String> text() {
        return folders.isEmpty()
                ? Optional.empty()
                : Optional.of(folders.stream().map(DiskChanges::text).collect(Collectors.joining("\n")));
    }

    private static String text(Path folder) {
        var parent = folder.getParent();
        if (parent == null) {
            return "";
        }
        var name = folder.getFileName().toString();
        try {
            var sources = new ContractSources(parent, name, () -> PactBroker.at(null, System.getenv(), line -> {}));
            return TextReport.of(new Comparison(
                    HEAD,
                    name,
                    ContractChanges.between(
                            sources.named(HEAD).contracts(), sources.named(name).contracts())));
        } catch (TreatyException e) {
            return e.errorMessage() + "\n";
        }
    }
}
