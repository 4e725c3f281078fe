package dev.treaty.provider.workspaceservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The shipped jar, in a process of its own that ends with the test. */
final class ServiceProcess implements AutoCloseable {

    /** The exit code of a process that was told to end, and ended in order. */
    static final int TERMINATED = 143;

    private static final Path JAR = Path.of("target/workspace-service.jar");
    private static final Pattern ADDRESS = Pattern.compile("workspace-service listens at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ServiceProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param environment besides that of this JVM */
    static ServiceProcess start(Map<String, String> environment, String... arguments) throws IOException {
        var output = Files.createTempFile(JAR.toAbsolutePath().getParent(), "workspace-service", ".log");
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.command().addAll(List.of(arguments));
        command.environment().putAll(environment);
        return new ServiceProcess(command.start(), output);
    }

    /** Where it answers, as soon as it does. */
    URI url() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> ADDRESS.matcher(output())
                                .results()
                                .map(found -> URI.create(found.group(1)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Ends it at once, in the middle of whatever it does; when this returns, it is no more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has ended, and answers its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it goes on: " + output());
        }
        return process.exitValue();
    }

    /** Tells it to end. */
    void terminate() {
        process.destroy();
    }

    /** What it said so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
