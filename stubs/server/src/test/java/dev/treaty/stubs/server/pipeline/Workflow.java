package dev.treaty.stubs.server.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workflow for GitHub Actions. */
record Workflow(JsonNode root) {

    private static final Path FOLDER = Path.of("../../.github/workflows");

    /** The one that builds, publishes and deploys. */
    static Workflow read() throws IOException {
        return read("contracts.yml");
    }

    static Workflow read(String file) throws IOException {
        return new Workflow(new YAMLMapper().readTree(FOLDER.resolve(file).toFile()));
    }

    Set<String> jobNames() {
        return root.path("jobs").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    JsonNode job(String name) {
        return root.path("jobs").path(name);
    }

    Stream<JsonNode> steps() {
        return jobNames().stream().flatMap(this::steps);
    }

    private Stream<JsonNode> steps(String job) {
        return job(job).path("steps").valueStream();
    }

    /** What a job runs in the shell, step by step. */
    Stream<String> scripts(String job) {
        return steps(job)
                .filter(step -> step.has("run"))
                .map(step -> step.path("run").asText());
    }
}
