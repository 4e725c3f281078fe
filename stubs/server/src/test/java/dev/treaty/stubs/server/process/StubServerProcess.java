package dev.treaty.stubs.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.server.CommandRun;
import dev.treaty.stubs.server.PrintedBanner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged stub server, run as a user runs it: {@code java -jar treaty-stubs.jar …} in a process. */
final class StubServerProcess implements AutoCloseable {

    static final Path JAR = Path.of("target/treaty-stubs.jar");

    /** A process that lives for seconds spends them on the second compiler and the parallel collector, unless told not to. */
    private static final List<String> CHEAP = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader output;
    private final PrintedBanner banner;

    private StubServerProcess(Process process, BufferedReader output) throws IOException {
        this.process = process;
        this.output = output;
        banner = banner(output);
    }

    /** Runs the jar until it ends. */
    static CommandRun run(String... arguments) throws IOException, InterruptedException {
        return runIn("C", arguments);
    }

    /** The same in a locale. */
    static CommandRun runIn(String locale, String... arguments) throws IOException, InterruptedException {
        return runWith(Map.of("LC_ALL", locale), arguments);
    }

    /** The same with variables of the environment. */
    static CommandRun runWith(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var process = launch(environment, List.of(), List.of(arguments));
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), UTF_8);
            return new CommandRun(process.waitFor(), text);
        }
    }

    /** Starts the server with {@code serve} and these arguments; returns when it listens. */
    static StubServerProcess serving(String... arguments) throws IOException {
        return serving(Map.of(), List.of(), arguments);
    }

    /** The same with further options of the JVM. */
    static StubServerProcess servingWith(List<String> jvmOptions, String... arguments) throws IOException {
        return serving(Map.of(), jvmOptions, arguments);
    }

    /** The same with variables of the environment. */
    static StubServerProcess servingWith(Map<String, String> environment, String... arguments) throws IOException {
        return serving(environment, List.of(), arguments);
    }

    private static StubServerProcess serving(
            Map<String, String> environment, List<String> jvmOptions, String... arguments) throws IOException {
        var process = launch(
                environment,
                jvmOptions,
                Stream.concat(Stream.of("serve"), Stream.of(arguments)).toList());
        return new StubServerProcess(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
    }

    private static Process launch(Map<String, String> environment, List<String> jvmOptions, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(CHEAP);
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C"); // as in a plain container: nothing depends on the machine's charset
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static PrintedBanner banner(BufferedReader output) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(PrintedBanner.LAST_LINE)) {
                return new PrintedBanner(lines);
            }
        }
        throw new AssertionError("the server ended before it listened:\n" + String.join("\n", lines));
    }

    URI url(String provider) {
        return banner.url(provider);
    }

    URI mainUrl(String provider) {
        return banner.mainUrl(provider);
    }

    /** What was printed after the banner, once the server has ended. */
    List<String> printed() {
        return output.lines().toList();
    }

    /** Sends SIGTERM, and returns the exit code. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy(); // process.destroy() would close what was printed as well
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not stop within a minute");
        }
        return process.exitValue();
    }

    /** Waits until the server ends by itself, and returns the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end within three minutes");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            terminate();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
