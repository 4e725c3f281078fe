package dev.treaty.pacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.recording.RepositoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Maven prints when the contracts are refused: run with the plugin as this module's pom.xml configures it, in a project of its own. */
@Timeout(120)
class RefusedBuildTest {

    private static final Pattern PLUGIN =
            Pattern.compile("<plugin>\\s*<groupId>org.codehaus.mojo</groupId>.*?</plugin>", Pattern.DOTALL);
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>exec-maven-plugin</artifactId>\\s*(<version>[^<]+</version>)");

    @TempDir
    private Path directory;

    @Test
    void a_refusal_is_an_error_of_Maven_with_our_text_and_nothing_after_it() throws Exception {
        var tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment("first")));
        tree.declare("billing", "build-1", "A.first");
        Files.createDirectories(tree.contracts());
        Files.writeString(tree.contracts().resolve("pom.xml"), pom());

        var lines = build(tree.contracts());

        assertThat(lines).allMatch(line -> line.startsWith("[ERROR]"));
        assertThat(lines.get(0)).contains("exec-maven-plugin").doesNotContain("Ant");
        var ours = lines.indexOf("[ERROR] The committed contracts differ from what the consumers recorded.");
        assertThat(lines.subList(ours, lines.size()))
                .startsWith(
                        "[ERROR] The committed contracts differ from what the consumers recorded.",
                        "[ERROR]   where: billing-stripe.json",
                        "[ERROR]          added:   \"first\"",
                        "[ERROR]   fix:   run mvn -pl pacts -am verify, review what it changed, and commit it");
        assertThat(lines.subList(ours + 4, lines.size()))
                .as("only what Maven adds to each error")
                .allMatch(
                        line -> line.matches("\\[ERROR] *(-> \\[Help 1]|To see the full stack trace .*|Re-run Maven .*"
                                + "|For more information .*|\\[Help 1] .*)?"));
    }

    private static List<String> build(Path project) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("mvn", "-o", "-q", "-B", "-Dstyle.color=never", "process-classes")
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CI", "true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
        var maven = builder.start();
        var output = new String(maven.getInputStream().readAllBytes(), UTF_8);
        assertThat(maven.waitFor()).as(output).isEqualTo(1);
        return output.replaceAll("\u001b\\[[\\d;]*m", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A project with nothing but the plugin, which finds this module's classes where the test does. */
    private static String pom() throws IOException {
        var plugin = PLUGIN.matcher(Files.readString(Path.of("pom.xml")));
        var version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(plugin.find() && version.find()).isTrue();
        var classPath = Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map("<additionalClasspathElement>%s</additionalClasspathElement>"::formatted)
                .collect(Collectors.joining(
                        "",
                        "<configuration><additionalClasspathElements>",
                        "</additionalClasspathElements></configuration>"));
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>test</groupId>
                  <artifactId>pacts</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <properties><pacts.check/><pacts.quiet>false</pacts.quiet><build.id>build-1</build.id></properties>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(plugin.group()
                .replace(
                        "<artifactId>exec-maven-plugin</artifactId>",
                        "<artifactId>exec-maven-plugin</artifactId>" + version.group(1) + classPath));
    }
}
