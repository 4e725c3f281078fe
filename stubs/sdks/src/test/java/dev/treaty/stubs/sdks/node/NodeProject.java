package dev.treaty.stubs.sdks.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The checks in {@code src/test/node}. Their SDKs are installed into {@code target/node}, so that the sources stay clean. */
final class NodeProject {

    private static final Path SOURCES = Path.of("src/test/node").toAbsolutePath();
    private static final Path INSTALLATION = Path.of("target/node").toAbsolutePath();
    private static final int MINUTES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Why the checks cannot run on this machine. */
    Optional<String> missing() throws IOException, InterruptedException {
        for (var program : List.of("node", "npm")) {
            try {
                run(SOURCES, Map.of(), List.of(program, "--version"));
            } catch (IOException e) {
                return Optional.of(
                        "the SDKs for Node.js were not checked, because there is no %s on the PATH".formatted(program));
            }
        }
        return Optional.empty();
    }

    /** Installs the SDKs in the versions of the lock file, unless they are installed already. */
    void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLATION);
        var installed = INSTALLATION.resolve("node_modules/.package-lock.json");
        var lock = INSTALLATION.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0) {
            return;
        }
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(file), INSTALLATION.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var npm = run(INSTALLATION, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (npm.exitCode() != 0) {
            throw new IllegalStateException("npm ci failed in " + INSTALLATION + ":\n" + npm.output());
        }
    }

    /**
     * Runs checks.
     *
     * @param files how their names may begin, as a regex; empty for all
     * @param environment the value of each variable that {@code support.mjs} or node reads
     */
    List<NodeCheck> run(String files, Map<String, String> environment) throws IOException, InterruptedException {
        var results = Files.createTempFile(INSTALLATION, "checks", ".jsonl");
        var command = new ArrayList<>(List.of(
                "node",
                "--test",
                "--test-reporter=" + SOURCES.resolve("json-lines-reporter.mjs").toUri(),
                "--test-reporter-destination=" + results));
        command.addAll(files(files));
        var node = run(INSTALLATION, environment, command);
        var checks =
                Files.readAllLines(results).stream().map(NodeProject::check).toList();
        if (checks.isEmpty()) {
            throw new IllegalStateException("node reported no check:\n" + node.output());
        }
        return checks;
    }

    private static List<String> files(String beginning) throws IOException {
        try (var files = Files.list(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(beginning + ".*\\.test\\.mjs"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static NodeCheck check(String line) {
        try {
            return JSON.readValue(line, NodeCheck.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finished run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("treaty-node", ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s did not end within %d minutes".formatted(String.join(" ", command), MINUTES));
            }
            return new Finished(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private record Finished(int exitCode, String output) {}
}
