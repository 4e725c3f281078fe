package dev.treaty.stubs.server;

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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged stub server, run as a user runs it: {@code java -jar treaty-stubs.jar …} as a process of its own. */
final class ServedJar implements AutoCloseable {

    private static final Path JAR = Path.of("target/treaty-stubs.jar");
    private static final Pattern OWN_PORT = Pattern.compile("  (\\S+) +(http://\\S+) +http://\\S+");

    private final Process process;
    private final BufferedReader output;
    private final List<String> banner = new ArrayList<>();
    private final Map<String, URI> urls = new TreeMap<>();

    /** What a process printed and how it ended. */
    record Ended(int exitCode, String output) {}

    private ServedJar(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs the jar until it ends by itself. */
    static Ended run(String... arguments) throws IOException, InterruptedException {
        var process = launch(arguments);
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        }
    }

    /** Starts the server with {@code serve} and these arguments; returns when it says that it listens. */
    static ServedJar serving(String... arguments) throws IOException {
        var served = new ServedJar(
                launch(Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new)));
        served.readBanner();
        return served;
    }

    private static Process launch(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void readBanner() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            banner.add(line);
            var port = OWN_PORT.matcher(line);
            if (port.matches()) {
                urls.put(port.group(1), URI.create(port.group(2)));
            }
            if (line.startsWith("Stop with")) {
                return;
            }
        }
        throw new IllegalStateException("the server ended before it listened:\n" + String.join("\n", banner));
    }

    /** Waits for a line with this in it, after the banner; returns what was printed up to it. */
    String until(String part) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(part)) {
                return String.join("\n", lines);
            }
        }
        throw new IllegalStateException(
                "the server ended before it said \"" + part + "\":\n" + String.join("\n", lines));
    }

    String banner() {
        return String.join("\n", banner);
    }

    /** Where a provider is, as the banner says. */
    URI url(String provider) {
        var url = urls.get(provider);
        if (url == null) {
            throw new IllegalArgumentException(provider + " is not in the banner:\n" + banner());
        }
        return url;
    }

    /** Stops it as Ctrl-C does, and gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not stop within 20 seconds");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
