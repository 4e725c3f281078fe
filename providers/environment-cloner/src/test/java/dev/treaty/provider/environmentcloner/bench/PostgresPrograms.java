package dev.treaty.provider.environmentcloner.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL that is installed: its server and its clients, which are of one version. {@code pg_dump} reads no server that is newer than itself,
 * and the embedded PostgreSQL comes without one.
 *
 * @param folder with its programs
 */
record PostgresPrograms(Path folder) {

    /** Where Debian has them, by version; what it has on the PATH are only the clients. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static final List<String> NEEDED = List.of("initdb", "postgres", "pg_dump", "psql");

    /** The first on the PATH, or the newest of Debian's; empty if there is none. */
    static Optional<PostgresPrograms> find() throws IOException {
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(path, debian().stream())
                .filter(folder -> NEEDED.stream().allMatch(program -> Files.isExecutable(folder.resolve(program))))
                .findFirst()
                .map(PostgresPrograms::new);
    }

    private static List<Path> debian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.sorted(Comparator.comparing((Path version) -> Integer.valueOf(
                                    "0" + version.getFileName().toString().replaceAll("\\D", "")))
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        }
    }

    /** The whole path of a program. */
    String program(String name) {
        return folder.resolve(name).toString();
    }
}
