import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Gathers what a release has, and checks it: the executable jar, the image with its SBOM, the completion of its commands in bash and zsh, and the
 * checksums of them all. Run as a single file: {@code java BuildRelease.java 1.0.0 stubs target/release}.
 */
final class BuildRelease {

    private static final String COMPLETION = "treaty_completion";
    private static final String SUMS = "SHA256SUMS";

    private final String version;
    private final Path folder;
    private final Path jar;

    private BuildRelease(String version, Path folder) {
        this.version = version;
        this.folder = folder;
        jar = folder.resolve("treaty-%s.jar".formatted(version));
    }

    public static void main(String[] arguments) throws Exception {
        var stubs = Path.of(arguments[1]);
        var release = new BuildRelease(arguments[0], Path.of(arguments[2]).toAbsolutePath());
        release.empty();
        Files.copy(stubs.resolve("server/target/treaty.jar"), release.jar);
        release.copy(stubs.resolve("image/target/treaty-image.tar"), "treaty-image-%s.tar");
        release.copy(stubs.resolve("image/target/sbom.json"), "treaty-sbom-%s.json");
        release.checkVersion();
        release.writeCompletion();
        release.checkCompletion();
        release.writeSums();
        release.checkSums();
        System.out.println("release: " + release.folder);
    }

    private void empty() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private void copy(Path file, String name) throws IOException {
        Files.copy(file, folder.resolve(name.formatted(version)));
    }

    private void checkVersion() throws Exception {
        var said = run(java("--version")).strip();
        check(said.equals("treaty " + version), "--version says \"%s\"".formatted(said));
    }

    private void writeCompletion() throws Exception {
        Files.writeString(folder.resolve(COMPLETION), run(java("generate-completion")));
    }

    /** Where there is a bash, what it offers after "treaty serve --p" once it has read the file. */
    private void checkCompletion() throws Exception {
        if (isMissing("bash")) {
            System.out.println("release: the completion was not tried, because bash cannot be found on the PATH");
            return;
        }
        var offered = run(List.of("bash", "--noprofile", "--norc", "-c", """
                set -e
                source %s
                COMP_WORDS=(treaty serve --p); COMP_CWORD=2; COMP_LINE='treaty serve --p'; COMP_POINT=16
                _complete_treaty || true
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(COMPLETION))).lines().map(String::strip).toList();
        check(offered.contains("--port") && offered.contains("--pacts"), "bash offers %s after \"treaty serve --p\"".formatted(offered));
    }

    /** In the form that {@code sha256sum -c} reads: the sum, two spaces, the name. */
    private void writeSums() throws Exception {
        var sums = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                sums.append(sum(file)).append("  ").append(file.getFileName()).append('\n');
            }
        }
        Files.writeString(folder.resolve(SUMS), sums);
    }

    private static String sum(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var part = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (var length = in.read(part); length >= 0; length = in.read(part)) {
                digest.update(part, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void checkSums() throws Exception {
        if (isMissing("sha256sum")) {
            System.out.println("release: the sums were not checked, because sha256sum cannot be found on the PATH");
            return;
        }
        var said = run(List.of("sha256sum", "-c", SUMS));
        check(said.lines().count() == 4 && said.lines().allMatch(line -> line.endsWith(": OK")), "sha256sum says\n" + said);
    }

    private List<String> java(String command) {
        return List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), command);
    }

    private String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).directory(folder.toFile()).start();
        process.getOutputStream().close();
        var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        var output = text(process.getInputStream());
        check(process.waitFor() == 0, String.join(" ", command) + " failed:\n" + output + errors.join());
        return output;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMissing(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void check(boolean isTrue, String otherwise) {
        if (!isTrue) {
            System.err.println("The release is not as it should be: " + otherwise
                    + "\nwhere: stubs/release/src/build/BuildRelease.java\nfix: mend what it says, and build again");
            System.exit(1);
        }
    }
}
