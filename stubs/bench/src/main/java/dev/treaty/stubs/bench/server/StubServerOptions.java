package dev.treaty.stubs.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, and how the stub server is started.
 *
 * @param jar the packaged stub server
 * @param baseline another build of it, to compare with
 * @param archive a class-data archive of the jar or, if its name ends in {@code .aot}, an ahead-of-time cache
 * @param mockServer MockServer's jar with all that it needs
 * @param arguments added to the command line of both builds
 */
public record StubServerOptions(
        Path jar, Optional<Path> baseline, Optional<Path> archive, Optional<Path> mockServer, List<String> arguments) {

    /** Copies the arguments. */
    public StubServerOptions {
        arguments = List.copyOf(arguments);
    }

    /** The same with another archive. */
    public StubServerOptions withArchive(Path made) {
        return new StubServerOptions(jar, baseline, Optional.of(made), mockServer, arguments);
    }
}
