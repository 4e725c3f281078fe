package dev.treaty.pacts.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A repository in a temporary directory: recordings of consumers, and contract files. */
public final class RepositoryTree {

    private static final List<String> RUNS = List.of("once", "again");

    private final Path root;

    public RepositoryTree(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(contracts());
    }

    public Path consumers() {
        return root.resolve("consumers");
    }

    public Path contracts() {
        return root.resolve("pacts");
    }

    public Path classes() {
        return root.resolve("classes");
    }

    public Path contract(String name) {
        return contracts().resolve(name + ".json");
    }

    /** Writes what a passed test leaves behind in both runs. Afterwards the module has declared only this method. */
    public void record(String module, String build, String method, ObjectNode pact) throws IOException {
        for (var run : RUNS) {
            recordIn(run, module, method, pact);
        }
        declare(module, build, method);
    }

    public void recordIn(String run, String module, String method, ObjectNode pact) throws IOException {
        var names = pact.at("/consumer/name").asText() + "-"
                + pact.at("/provider/name").asText();
        var directory = Files.createDirectories(recordings(module).resolve(run).resolve(names));
        Files.writeString(directory.resolve(method + ".json"), pact.toPrettyString());
    }

    /** Writes what a module leaves behind after its tests. */
    public void declare(String module, String build, String... methods) throws IOException {
        for (var run : RUNS) {
            var manifest =
                    Files.createDirectories(recordings(module).resolve(run)).resolve("manifest.json");
            Files.writeString(
                    manifest,
                    StrictJson.MAPPER.writeValueAsString(Map.of("build", build, "declared", List.of(methods))));
        }
    }

    /** Deletes what a test recorded. */
    public void forget(String module, String contract, String method) throws IOException {
        for (var run : RUNS) {
            Files.delete(recordings(module).resolve(run).resolve(contract).resolve(method + ".json"));
        }
    }

    private Path recordings(String module) {
        return consumers().resolve(module).resolve("target/recordings");
    }
}
