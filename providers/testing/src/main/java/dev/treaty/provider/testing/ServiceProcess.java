package dev.treaty.provider.testing;

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

/** A packaged service in a process of its own, run as an operator runs it: {@code java -jar auth-service.jar …}. */
public final class ServiceProcess implements AutoCloseable {

    /** The exit code of a process that was asked to stop (SIGTERM) and did. */
    public static final int TERMINATED = 143;

    /**
     * For a JVM that lives for seconds: the optimizing compiler, the parallel collector and the verification of classes would cost more than
     * they save.
     */
    private static final List<String> SHORT_LIVED = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-Xshare:auto");

    private static final Pattern ADDRESS = Pattern.compile("listens (?:at|on) (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Process process;
    private final Path output;

    private ServiceProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * What a process printed, and how it ended.
     *
     * @param output of both streams
     */
    public record Ended(int exitCode, String output) {}

    /**
     * Launches a service on a free port; {@link #url} waits until it listens.
     *
     * @param service e.g. {@code "auth-service"}, whose jar is in {@code ../auth-service/target}
     * @param environment added to the variables of this JVM, from which whatever configures a service is removed
     */
    public static ServiceProcess start(String service, Map<String, String> environment, String... options)
            throws IOException {
        var output = Files.createTempFile(Path.of("target").toAbsolutePath(), service + "-", ".log");
        var arguments = new ArrayList<>(List.of("--port", "0"));
        arguments.addAll(List.of(options));
        var process = command(service, environment, arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ServiceProcess(process, output);
    }

    /** Runs a service until it ends on its own, as it does with {@code --help}. */
    public static Ended run(String service, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var process = command(service, environment, List.of(arguments))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static ProcessBuilder command(String service, Map<String, String> environment, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.add("-jar");
        command.add(Path.of("..", service, "target", service + ".jar").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("_URL") || name.startsWith("JWT_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The address it listens on, waiting until it does. */
    public URI url() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var address = address();
            if (address.isPresent()) {
                return address.get();
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended before it listened:\n" + output());
            }
            pause();
        }
        throw new IllegalStateException("the service does not listen:\n" + output());
    }

    private Optional<URI> address() {
        return ADDRESS.matcher(output())
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything it has printed so far, its log included. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop, as an orchestrator does (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Kills it at once, in the middle of whatever it is doing (SIGKILL); it is gone when this returns. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for it to end; returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the service has not ended:\n" + output());
        }
        return process.exitValue();
    }

    /** Stops it and waits: an embedded PostgreSQL stops with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop:\n" + output());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
