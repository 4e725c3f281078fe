package dev.treaty.stubs.sdks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The packaged stub server as a user runs it, {@code java -jar treaty-stubs.jar serve}, on free ports. What it prints is kept in {@code target/treaty-stubs.log}. */
public final class PackagedStubs implements AutoCloseable {

    private static final Path JAR = Path.of("../server/target/treaty-stubs.jar");
    private static final Path LOG = Path.of("target/treaty-stubs.log");
    private static final String LAST_LINE_OF_BANNER = "Stop with Ctrl-C.";
    private static final Pattern PROVIDER = Pattern.compile("  (\\S+) +(http://\\S+) +(http://[^/]+)/\\S+");

    /** The key of the main port's URL among those of the providers. */
    private static final String MAIN = "";

    private final Process process;
    private final Map<String, URI> urls;

    private PackagedStubs(Process process, Map<String, URI> urls) {
        this.process = process;
        this.urls = urls;
    }

    /** Starts the server, with further options; returns when it listens. */
    public static PackagedStubs start(String... further) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-jar",
                JAR.toString(),
                "serve",
                "--port=0",
                "--own-ports=free"));
        command.addAll(List.of(further));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var stubs = new PackagedStubs(process, urls(output));
        keepReading(output);
        return stubs;
    }

    private static Map<String, URI> urls(BufferedReader output) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(LAST_LINE_OF_BANNER)) {
                return urls(lines);
            }
        }
        throw new IllegalStateException("the server ended before it listened:\n" + String.join("\n", lines));
    }

    private static Map<String, URI> urls(List<String> banner) {
        var urls = new HashMap<String, URI>();
        for (var line : banner) {
            var row = PROVIDER.matcher(line);
            if (row.matches()) {
                urls.put(row.group(1), URI.create(row.group(2)));
                urls.put(MAIN, URI.create(row.group(3)));
            }
        }
        return urls;
    }

    /** A process whose output nobody reads stands still as soon as the pipe is full. */
    private static void keepReading(BufferedReader output) {
        var reader = new Thread(() -> {
            try (output;
                    var log = Files.newBufferedWriter(LOG)) {
                output.transferTo(log);
            } catch (IOException e) {
                // the server has ended
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Where a provider is served, without a slash at the end. */
    public URI url(String provider) {
        var url = urls.get(provider);
        if (url == null) {
            throw new IllegalArgumentException(
                    "The server has no port for " + provider + ", only for " + urls.keySet());
        }
        return url;
    }

    /** The same over TLS, if the server was started so. */
    public URI tlsUrl(String provider) {
        return URI.create("https" + url(provider).toString().substring("http".length()));
    }

    /**
     * Has every request to a provider go wrong from now on, whoever makes it.
     *
     * @param fault as JSON, e.g. {@code {"status": 503}}
     */
    public void fault(String provider, String fault) {
        admin("/faults/" + provider, request -> request.PUT(BodyPublishers.ofString(fault)));
    }

    /** Ends the faults of all providers. */
    public void endFaults() {
        admin("/faults", HttpRequest.Builder::DELETE);
    }

    private void admin(String path, UnaryOperator<HttpRequest.Builder> method) {
        var request = method.apply(HttpRequest.newBuilder(URI.create(url(MAIN) + "/__admin" + path)))
                .build();
        try {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(request + ": " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
