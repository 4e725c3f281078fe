package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A packaged service as a process of its own, on a free port. */
final class ServiceJar implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("listens at (http://\\S+)");

    private final Process process;
    private final Path log;

    private ServiceJar(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Begins to start one; {@link #url} waits for it.
     *
     * @param service whose jar it is, e.g. {@code "api-gateway"}
     * @param log what it says goes to {@code target/<log>.log}
     */
    static ServiceJar start(String service, String log, Map<String, String> environment) throws IOException {
        var file = Path.of("target", log + ".log");
        var process = process(service, environment, "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        return new ServiceJar(process, file);
    }

    /** What a run gives that ends by itself. */
    record Ended(int exitCode, String output) {}

    /** Runs one to its end. */
    static Ended run(String service, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var process = process(service, environment, arguments)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Nothing of this JVM's own environment sets a service up. */
    private static ProcessBuilder process(String service, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("..", service, "target", service + ".jar").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("_URL") || name.startsWith("JWT_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** Where it answers, as soon as it does. */
    URI url() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(this::address, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<URI> address() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended before it listened: " + output());
        }
        return ADDRESS.matcher(output())
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst();
    }

    /** What it said so far, its log too. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to end, as an orchestrator would. */
    void terminate() {
        process.destroy();
    }

    /** Whether it ends in time. */
    boolean ends() throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    /** Ends it, and waits for it: a PostgreSQL of its own ends with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
