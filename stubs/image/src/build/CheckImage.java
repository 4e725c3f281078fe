import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Unpacks the image with skopeo and umoci, and runs it with runc: as uid 1000, with a read-only root, no capabilities, and a tmpfs at /tmp. It must become healthy,
 * answer, have started with less than 45 % of the processor time that the plain jar takes, be small, and end by SIGTERM. Skipped where a tool is missing. Run as a
 * single file: {@code java CheckImage.java image.tar folder treaty.jar true|false}.
 */
final class CheckImage {

    private static final long MOST_BYTES = 115_000_000;
    private static final long MOST_RESIDENT_MIB = 150;
    private static final double MOST_OF_PLAIN = 0.45;

    private final Path folder;

    private CheckImage(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var image = Path.of(arguments[0]).toAbsolutePath();
        var size = Files.size(image);
        System.out.printf(Locale.ROOT, "image: %.1f MB%n", size / 1e6);
        check(size <= MOST_BYTES, "the image has more than %d bytes".formatted(MOST_BYTES));
        var missing = Stream.of("skopeo", "umoci", "runc").filter(tool -> !isOnPath(tool)).toList();
        if (!missing.isEmpty()) {
            System.out.printf("image: not run, because %s cannot be found on the PATH%n", String.join(", ", missing));
        } else if (!System.getProperty("user.name").equals("root")) {
            System.out.println("image: not run, because runc needs root here");
        } else {
            new CheckImage(Path.of(arguments[1]).toAbsolutePath()).run(image, Path.of(arguments[2]).toAbsolutePath(), Boolean.parseBoolean(arguments[3]));
        }
    }

    private void run(Path image, Path jar, boolean hasArchive) throws Exception {
        finish(List.of("rm", "-rf", folder.toString()));
        Files.createDirectories(folder);
        finish(List.of("skopeo", "--insecure-policy", "copy", "--quiet", "oci-archive:" + image, "oci:" + folder.resolve("oci") + ":treaty"));
        finish(List.of("umoci", "unpack", "--image", folder.resolve("oci") + ":treaty", folder.resolve("bundle").toString()));
        var plainPort = freePort();
        var plain = measure(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-jar", jar.toString(), "serve", "--port", String.valueOf(plainPort),
                        "--own-ports", "none"),
                plainPort, pid -> pid);
        var port = freePort();
        configure(port);
        var name = "treaty-check-" + ProcessHandle.current().pid();
        var contained = measure(List.of("runc", "run", "--bundle", folder.resolve("bundle").toString(), name), port, CheckImage::containedJava);
        System.out.printf(Locale.ROOT, "to the first answer, the plain jar: %s; the image: %s, %.0f %% of the processor time%n", plain, contained,
                100 * contained.seconds() / plain.seconds());
        check(contained.exitCode() == 143, "SIGTERM ended the image with " + contained.exitCode() + " instead of 143");
        check(contained.uid() == 1000, "the server runs as uid " + contained.uid());
        if (hasArchive) {
            check(contained.seconds() <= MOST_OF_PLAIN * plain.seconds(), "the image takes more than 45 % of the plain jar's processor time");
            check(contained.residentMib() <= MOST_RESIDENT_MIB, "more than %d MiB are resident".formatted(MOST_RESIDENT_MIB));
        }
    }

    /** The network of this machine, so that the server can be asked without a bridge; and what umoci leaves open. */
    private void configure(int port) throws IOException {
        var file = folder.resolve("bundle/config.json");
        var config = Files.readString(file);
        config = config.replaceFirst("(\"root\": \\{\\s*\"path\": \"rootfs\")(,\\s*\"readonly\": \\w+)?", "$1, \"readonly\": true");
        config = config.replaceFirst("\"terminal\": true", "\"terminal\": false");
        config = config.replaceFirst(",\\s*\\{\\s*\"type\": \"network\"\\s*}", "").replaceFirst("\\{\\s*\"type\": \"network\"\\s*},", "");
        config = config.replaceFirst("\"0\\.0\\.0\\.0\"", "\"127.0.0.1\", \"--port\", \"" + port + "\", \"--own-ports\", \"none\"");
        config = config.replaceFirst("\"mounts\": \\[", "\"mounts\": [{\"destination\": \"/tmp\", \"type\": \"tmpfs\", \"source\": \"tmpfs\","
                + " \"options\": [\"nosuid\", \"nodev\", \"noexec\", \"mode=1777\"]},");
        config = config.replaceFirst("(?s)\"capabilities\": \\{.*?},", "");
        check(config.contains("\"readonly\": true"), "the root is not read-only in " + file);
        Files.writeString(file, config);
    }

    private record Start(double seconds, long residentMib, int uid, int exitCode) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s of processor time, %d MiB resident", seconds, residentMib);
        }
    }

    private interface ServerProcess {
        long idIn(long started) throws IOException;
    }

    private Start measure(List<String> command, int port, ServerProcess server) throws Exception {
        var log = folder.resolve("output.log").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            await(() -> answers(port, "/__admin/health", "healthy") || !process.isAlive());
            check(process.isAlive(), "it ended before it was healthy:\n" + Files.readString(log.toPath()));
            check(answers(port, "/stripe/v1/payment_intents/pi_42", "\"pi_42\""), "pi_42 is not answered");
            var pid = server.idIn(process.pid());
            if (pid != process.pid()) {
                var root = Files.readAllLines(Path.of("/proc/" + pid + "/mounts")).stream().filter(line -> line.split(" ")[1].equals("/")).toList();
                check(root.size() > 0 && root.get(root.size() - 1).split(" ")[3].startsWith("ro"), "the root can be written: " + root);
            }
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst(".*\\) ", "").split(" ");
            var status = Files.readString(Path.of("/proc/" + pid + "/status"));
            var ticks = Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
            ProcessHandle.of(pid).orElseThrow().destroy(); // SIGTERM
            check(process.waitFor(60, TimeUnit.SECONDS), "SIGTERM did not end it within a minute");
            return new Start(ticks / 100.0, number(status, "VmRSS") / 1024, (int) number(status, "Uid"), process.exitValue());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static long containedJava(long runc) throws IOException {
        return ProcessHandle.of(runc).orElseThrow().descendants()
                .filter(child -> child.info().command().filter(command -> command.endsWith("/java")).isPresent())
                .findFirst().orElseThrow().pid();
    }

    private static long number(String status, String field) {
        var found = Pattern.compile("(?m)^" + field + ":\\s+(\\d+)").matcher(status);
        check(found.find(), field + " is not in /proc");
        return Long.parseLong(found.group(1));
    }

    private static boolean answers(int port, String path, String part) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer sk_test_42").header("Stripe-Version", "2026-07-29.dahlia").build();
        try {
            var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains(part);
        } catch (ConnectException e) {
            return false;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            check(System.nanoTime() < end, "it was not healthy within a minute");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void finish(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        check(process.waitFor() == 0, String.join(" ", command) + " failed:\n" + text);
    }

    private static boolean isOnPath(String tool) {
        return Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void check(boolean isRight, String otherwise) {
        if (!isRight) {
            System.err.println("image: " + otherwise);
            System.exit(1);
        }
    }
}
