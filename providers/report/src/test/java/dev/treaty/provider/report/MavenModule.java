package dev.treaty.provider.report;

import static java.util.regex.Pattern.MULTILINE;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module of this repository.
 *
 * @param name its folder, e.g. {@code "stubs/http"}
 * @param artifactId from its {@code pom.xml}
 * @param buildFolder where Maven puts its classes
 */
record MavenModule(String name, String artifactId, Path buildFolder) {

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("^ *<module>(.*)</module>", MULTILINE);
    private static final Pattern ARTIFACT_ID = Pattern.compile("^  <artifactId>(.*)</artifactId>", MULTILINE);
    private static final Pattern BUILD_FOLDER =
            Pattern.compile("^    <directory>\\$\\{project\\.basedir}/(.*)</directory>", MULTILINE);
    private static final Map<String, String> GROUPS = Map.of("consumers", "consumer", "providers", "provider");

    /** The modules that the root {@code pom.xml} lists; two profiles may have the same one. */
    static List<MavenModule> all() {
        return MODULE.matcher(read(REPOSITORY.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .distinct()
                .map(MavenModule::of)
                .collect(toUnmodifiableList());
    }

    private static MavenModule of(String name) {
        var folder = REPOSITORY.resolve(name);
        var pom = read(folder.resolve("pom.xml"));
        return new MavenModule(
                name,
                first(ARTIFACT_ID, pom).orElse(""),
                folder.resolve(first(BUILD_FOLDER, pom).orElse("target")).normalize());
    }

    /** The folders in which there is a {@code pom.xml}, listed as a module or not. */
    static List<String> folders() {
        try (var files = Files.walk(REPOSITORY, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .map(file -> REPOSITORY.relativize(file).getParent())
                    .flatMap(Stream::ofNullable)
                    .map(folder -> folder.toString().replace('\\', '/'))
                    .filter(folder -> !folder.contains("target"))
                    .collect(toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The artifactId that its folder demands, e.g. {@code "provider-auth-service"} for {@code providers/auth-service}. */
    String expectedArtifactId() {
        return String.join("-", words());
    }

    /** The package that its folder demands, e.g. {@code "dev.treaty.provider.authservice"}. */
    String packageName() {
        return "dev.treaty." + String.join(".", words()).replace("-", "");
    }

    private List<String> words() {
        var folders = name.split("/");
        folders[0] = GROUPS.getOrDefault(folders[0], folders[0]);
        return List.of(folders);
    }

    /** Whether a package is the module's, or below it. */
    boolean contains(String otherPackage) {
        return (otherPackage + ".").startsWith(packageName() + ".");
    }

    Path classes() {
        return buildFolder.resolve("classes");
    }

    Path testClasses() {
        return buildFolder.resolve("test-classes");
    }

    Path sources() {
        return REPOSITORY.resolve(name).resolve("src/main/java");
    }

    Path testSources() {
        return REPOSITORY.resolve(name).resolve("src/test/java");
    }

    /** Whether there are classes for its main and test sources. */
    boolean isCompiled() {
        return (Files.notExists(sources()) || Files.exists(classes()))
                && (Files.notExists(testSources()) || Files.exists(testClasses()));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
