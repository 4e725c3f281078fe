package dev.treaty.provider.authservice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The packaged service, run as an operator runs it: {@code java -jar auth-service.jar …} as a process of its own. */
final class AuthServiceJar implements AutoCloseable {

    private static final Path JAR = Path.of("target/auth-service.jar");
    private static final String LISTENS = "auth-service listens at ";

    private final Process process;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> url = new CompletableFuture<>();

    private AuthServiceJar(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output of auth-service");
        reader.setDaemon(true);
        reader.start();
    }

    /** What a process printed and how it ended. */
    record Ended(int exitCode, String output) {}

    /** Runs the jar until it ends by itself. */
    static Ended run(String... arguments) throws Exception {
        var process = launch(Map.of(), arguments);
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    /** Starts the service on a free port; returns when it says that it listens. */
    static AuthServiceJar serving(Map<String, String> environment, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("--port", "0"));
        arguments.addAll(List.of(options));
        var served = new AuthServiceJar(launch(environment, arguments.toArray(String[]::new)));
        try {
            served.url.get(60, TimeUnit.SECONDS);
            return served;
        } catch (Exception e) {
            served.close();
            throw new IllegalStateException("the service does not listen:\n" + served.output(), e);
        }
    }

    private static Process launch(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(LISTENS)) {
                    url.complete(URI.create(line.substring(LISTENS.length())));
                }
            }
            url.completeExceptionally(new IllegalStateException("the service ended before it listened"));
        } catch (IOException e) {
            url.completeExceptionally(e);
        }
    }

    URI url() {
        return url.join();
    }

    /** All that it has printed so far, its log too. */
    String output() {
        return String.join("\n", output);
    }

    /** Stops it as an orchestrator does, with SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop within 30 seconds:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
