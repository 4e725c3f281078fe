import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the files of the image: a Java runtime with the modules that the jar needs, the libraries of the system that this runtime needs, the jar, its SBOM,
 * and a class-data archive of what the server loads until it has answered. Run as a single file: {@code java BuildImageFiles.java treaty.jar sbom.json folder
 * true|false}, the last for the archive.
 */
final class BuildImageFiles {

    /** What {@code jdeps --print-module-deps} says of the jar, elliptic curves for TLS, and file systems in a zip file. */
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.instrument,java.naming,java.net.http,java.scripting,"
            + "java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs";

    /** Libraries of the runtime for windows, sound and printers, and for debuggers. Nothing loads them in a server; some would need X11. */
    private static final Pattern UNUSED = Pattern.compile(
            "lib(awt_xawt|jawt|splashscreen|jsound|fontmanager|lcms|javajpeg|mlib_image|freetype|jdwp|dt_socket|saproc)\\.so");

    /** Loaded by glibc when a name of a host is looked up, and so named by no library. */
    private static final List<String> NAME_SERVICE = List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2");

    private static final FileTime EPOCH = FileTime.from(1, TimeUnit.SECONDS);

    private final Path folder;
    private final Path runtime;
    private final Path treaty;

    private BuildImageFiles(Path folder) {
        this.folder = folder;
        runtime = folder.resolve("runtime");
        treaty = folder.resolve("treaty");
    }

    public static void main(String[] arguments) throws Exception {
        var sbom = Path.of(arguments[1]);
        if (!Files.exists(sbom)) {
            System.err.println("The SBOM of the image was not written: its plugin writes none when Maven works offline.\nwhere: " + sbom
                    + "\nfix: run the build without -o (--offline)");
            System.exit(1);
        }
        var files = new BuildImageFiles(Path.of(arguments[2]).toAbsolutePath());
        delete(files.folder);
        Files.createDirectories(files.folder.resolveSibling("classes")); // jib wants it, also where there are none
        for (var layer : List.of("system/tmp", "system/etc", "treaty", "archive")) {
            Files.createDirectories(files.folder.resolve(layer));
        }
        files.linkRuntime();
        files.copySystem();
        files.storeJar(Path.of(arguments[0]));
        Files.copy(sbom, files.treaty.resolve("sbom.json"));
        if (Boolean.parseBoolean(arguments[3])) {
            files.makeArchive();
        }
    }

    private void linkRuntime() throws IOException {
        var jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new IllegalStateException("this Java has no jlink"));
        // Not compressed, because the layer is: it is a fifth smaller so, and starts faster. What the plugin generates is in another order in each run.
        var code = jlink.run(System.out, System.err, "--add-modules", MODULES, "--strip-debug", "--no-man-pages", "--no-header-files", "--compress=0",
                "--vm=server", "--disable-plugin", "system-modules", "--output", runtime.toString());
        if (code != 0) {
            throw new IllegalStateException("jlink ended with " + code);
        }
        try (var libraries = Files.list(runtime.resolve("lib"))) {
            for (var library : libraries.filter(file -> UNUSED.matcher(file.getFileName().toString()).matches()).toList()) {
                Files.delete(library);
            }
        }
        try (var all = Files.walk(runtime)) { // the image has no other files to which a link could lead
            for (var link : all.filter(Files::isSymbolicLink).toList()) {
                var target = link.toRealPath();
                Files.delete(link);
                Files.copy(target, link);
            }
        }
    }

    private void copySystem() throws Exception {
        var libraries = new TreeMap<String, Path>(); // as it is called in the image, where it is here
        try (var all = Files.walk(runtime)) {
            for (var file : all.filter(f -> f.toString().endsWith(".so") || f.endsWith("bin/java")).toList()) {
                addNeeded(file, libraries);
            }
        }
        var libc = libraries.entrySet().stream().filter(e -> e.getKey().endsWith("/libc.so.6")).findFirst().orElseThrow();
        for (var name : NAME_SERVICE) {
            var library = libc.getValue().resolveSibling(name);
            if (Files.exists(library)) {
                libraries.put(Path.of(libc.getKey()).resolveSibling(name).toString(), library);
            }
        }
        for (var library : libraries.entrySet()) {
            var copy = folder.resolve("system" + library.getKey());
            Files.createDirectories(copy.getParent());
            Files.copy(library.getValue().toRealPath(), copy);
        }
        var etc = folder.resolve("system/etc");
        Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:/none\ntreaty:x:1000:1000::/tmp:/none\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\ntreaty:x:1000:\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns\n");
    }

    private void addNeeded(Path file, TreeMap<String, Path> libraries) throws Exception {
        for (var line : run(List.of("ldd", file.toString())).split("\n")) {
            var found = Pattern.compile("^\\s*(?:\\S+ => )?(/\\S+) \\(0x").matcher(line);
            if (found.find() && !found.group(1).startsWith(runtime.toString())) {
                libraries.put(found.group(1), Path.of(found.group(1)));
            }
        }
    }

    /** Without compression, because a layer is compressed as a whole: a third less to transfer. Sorted, and with one time for all. */
    private void storeJar(Path jar) throws IOException {
        var stored = treaty.resolve("treaty.jar");
        try (var in = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(stored))) {
            out.setMethod(ZipOutputStream.STORED);
            var entries = in.stream().map(e -> (ZipEntry) e)
                    .sorted(Comparator.<ZipEntry, Boolean>comparing(e -> !e.getName().equals("META-INF/MANIFEST.MF")).thenComparing(ZipEntry::getName))
                    .toList();
            for (var entry : entries) {
                var bytes = in.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                var crc = new CRC32();
                crc.update(bytes);
                copy.setCrc(crc.getValue());
                copy.setSize(bytes.length);
                copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0, 2));
                out.putNextEntry(copy);
                out.write(bytes);
            }
        }
        Files.setLastModifiedTime(stored, EPOCH); // as jib gives it, which the archive checks
    }

    /**
     * The archive holds the classes of one run until it is at rest. Which classes of java.util.concurrent a run loads is a matter of time, so none is taken
     * from there.
     */
    private void makeArchive() throws Exception {
        var list = folder.resolve("classes.lst");
        var log = folder.resolve("archive.log").toFile();
        var port = freePort();
        var server = new ProcessBuilder(java(), "-Xshare:off", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:DumpLoadedClassList=" + list, "-jar",
                        "treaty.jar", "serve", "--port", String.valueOf(port), "--own-ports", "none")
                .directory(treaty.toFile()).redirectErrorStream(true).redirectOutput(log).start();
        try {
            askUntilAnswered(server, port, "/__admin/health");
            for (var path : List.of("/__admin/contracts", "/stripe/v1/payment_intents/pi_42", "/stripe/v1/customers/cus_42", "/nothing")) {
                ask(port, path);
            }
        } finally {
            server.destroy();
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
        var classes = Files.readAllLines(list).stream()
                .filter(line -> !line.contains(" source: ") && !line.startsWith("java/util/concurrent/"))
                .map(line -> line.replaceFirst(" id: \\d+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Files.write(list, classes);
        var archive = folder.resolve("archive/treaty.jsa");
        var dump = new ProcessBuilder(java(), "-Xshare:dump", "-XX:+UseG1GC", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive,
                        "-jar", "treaty.jar")
                .directory(treaty.toFile()).redirectErrorStream(true).redirectOutput(log).start();
        if (dump.waitFor() != 0) {
            throw new IllegalStateException("the archive could not be made; see " + log);
        }
    }

    private static void askUntilAnswered(Process server, int port, String path) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try {
                ask(port, path);
                return;
            } catch (IOException e) {
                if (!server.isAlive() || System.nanoTime() > end) {
                    throw new UncheckedIOException("the server does not answer", e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static void ask(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer sk_test_42").header("Stripe-Version", "2026-07-29.dahlia").build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String java() {
        return runtime.resolve("bin/java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return text;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
