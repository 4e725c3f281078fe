package dev.treaty.stubs.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.treaty.stubs.export.draft.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The folder to write to: empty, or an earlier export, but never a folder with other files. */
final class ExportDirectory {

    private final Path directory;

    ExportDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes all files or, if anything is in the way, none.
     *
     * @param files by their path with slashes
     */
    void write(Map<String, String> files) {
        try {
            var earlier = earlier();
            refuseStrangers(files.keySet(), earlier);
            for (var file : earlier) {
                if (!files.containsKey(file)) {
                    Files.deleteIfExists(directory.resolve(file));
                }
            }
            for (var file : files.entrySet()) {
                var path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw ExportException.unwritable(directory, e);
        }
    }

    private void refuseStrangers(Set<String> wanted, Set<String> earlier) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw ExportException.noFolder(directory);
        }
        var stranger = earlier.isEmpty()
                ? anyFile()
                : wanted.stream()
                        .filter(file -> !earlier.contains(file))
                        .filter(file -> Files.exists(directory.resolve(file)))
                        .findFirst();
        stranger.ifPresent(file -> {
            throw ExportException.notOurs(directory, file);
        });
    }

    private Optional<String> anyFile() throws IOException {
        if (!Files.exists(directory)) {
            return Optional.empty();
        }
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().findFirst();
        }
    }

    /** The files that an earlier export has written to the folder; empty if there is none. */
    private Set<String> earlier() {
        var files = new TreeSet<String>();
        try {
            var report = CanonicalJson.MAPPER.readTree(Files.readString(directory.resolve(JsonReport.FILE)));
            if (JsonReport.WRITERS.contains(report.path("writtenBy").asText())) {
                report.path("files").forEach(file -> files.add(file.asText()));
                files.removeIf(file -> !directory.resolve(file).normalize().startsWith(directory.normalize()));
            }
        } catch (JsonProcessingException e) {
            return Set.of();
        } catch (IOException e) {
            if (Files.exists(directory.resolve(JsonReport.FILE))) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
