package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged gateway as a process of its own, on a free port. */
final class GatewayProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "api-gateway.jar");
    private static final String LISTENS = "api-gateway listens at ";

    private final Process process;
    private final URI url;

    private GatewayProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it, and waits until it listens. Its log goes to {@code target/<log>.log}. */
    static GatewayProcess start(String log, Map<String, String> environment) throws IOException {
        var process = process(environment, "--port", "0")
                .redirectError(new File("target/" + log + ".errors.log"))
                .start();
        var output = process.inputReader(UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENS)) {
                keep(output, Path.of("target", log + ".log"));
                return new GatewayProcess(process, URI.create(line.substring(LISTENS.length())));
            }
        }
        throw new IllegalStateException("the gateway ended before it listened; see target/" + log + ".errors.log");
    }

    /** What a run gives that ends by itself. */
    record Ended(int exitCode, String output) {}

    /** Runs it to its end. */
    static Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var process = process(environment, arguments).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static ProcessBuilder process(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.endsWith("_SERVICE_URL"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** A log that nobody reads would stop its writer. */
    private static void keep(BufferedReader output, Path log) {
        var keeper = new Thread(
                () -> {
                    try (var file = Files.newBufferedWriter(log)) {
                        output.transferTo(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "log of the gateway");
        keeper.setDaemon(true);
        keeper.start();
    }

    URI url() {
        return url;
    }

    /** Tells it to end, as an orchestrator would. */
    void terminate() {
        process.destroy();
    }

    /** Whether it ends in time. */
    boolean ends() throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
