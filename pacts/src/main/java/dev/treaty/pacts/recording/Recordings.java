package dev.treaty.pacts.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.canonical.StrictJson;
import dev.treaty.pacts.canonical.UnreadableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What the consumers recorded, which {@code consumers/recording} keeps in {@code <module>/target/recordings/}.
 *
 * @param consumers the consumers that recorded in this build
 * @param outdated the names of modules whose recordings are from an earlier build, which are ignored
 */
public record Recordings(List<ConsumerRecording> consumers, List<String> outdated) {

    private static final String FIRST_RUN = "once";
    private static final String SECOND_RUN = "again";

    public Recordings {
        consumers = List.copyOf(consumers);
        outdated = List.copyOf(outdated);
    }

    /**
     * Reads the recordings of all modules in a directory.
     *
     * @param consumers the directory, which may not exist
     * @param build the id of this build
     * @throws UnreadableContract if a recording is not JSON
     */
    public static Recordings read(Path consumers, String build) {
        var recorded = new ArrayList<ConsumerRecording>();
        var outdated = new ArrayList<String>();
        for (var module : list(consumers, Files::isDirectory)) {
            var runs = module.resolve("target/recordings");
            var name = module.getFileName().toString();
            if (isOf(build, runs.resolve(FIRST_RUN))) {
                var again = runs.resolve(SECOND_RUN);
                recorded.add(new ConsumerRecording(
                        name,
                        declared(runs.resolve(FIRST_RUN)),
                        documents(runs.resolve(FIRST_RUN)),
                        isOf(build, again) ? documents(again) : List.of()));
            } else if (Files.exists(runs)) {
                outdated.add(name);
            }
        }
        return new Recordings(recorded, outdated);
    }

    private static boolean isOf(String build, Path run) {
        return Files.exists(manifest(run))
                && StrictJson.object(manifest(run)).path("build").asText().equals(build);
    }

    private static List<String> declared(Path run) {
        return StreamSupport.stream(
                        StrictJson.object(manifest(run)).path("declared").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Path manifest(Path run) {
        return run.resolve("manifest.json");
    }

    private static List<PactDocument> documents(Path run) {
        return list(run, Files::isDirectory).stream()
                .flatMap(contract -> list(contract, Files::isRegularFile).stream())
                .map(Recordings::document)
                .toList();
    }

    private static PactDocument document(Path file) {
        var origin = file.getFileName().toString().replaceFirst("\\.json$", "");
        var contract = file.toAbsolutePath().getParent();
        return new PactDocument(
                origin,
                contract == null ? "" : String.valueOf(contract.getFileName()),
                CanonicalForm.of(StrictJson.object(file)));
    }

    private static List<Path> list(Path directory, Predicate<Path> kind) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(kind).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableContract(
                    "The recordings cannot be listed.", directory.toString(), "name a directory that can be read", e);
        }
    }
}
