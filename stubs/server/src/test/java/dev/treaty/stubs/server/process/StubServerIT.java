package dev.treaty.stubs.server.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process: its manifest, its resources, its exit codes. All else that a command does is tested in the test's own JVM. */
class StubServerIT {

    private static final int SIGTERM = 128 + 15;

    private static final String GREETING = """
            {"consumer": {"name": "web"}, "provider": {"name": "shop"},
             "interactions": [{"description": "ein Gruß", "request": {"method": "GET", "path": "/greeting"},
                               "response": {"status": 200, "headers": {"Content-Type": "text/plain"}, "body": "Grüße, 你好"}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    @TempDir
    Path folder;

    @Test
    void version_is_the_version_of_the_build() throws Exception {
        var version = StubServerProcess.run("--version");

        assertThat(version.output().strip()).matches("treaty \\d+\\.\\d+.*");
        assertThat(version.exitCode()).isZero();
    }

    @Test
    void a_wrong_option_exits_with_2() throws Exception {
        var wrong = StubServerProcess.run("serve", "--prot", "8080");

        assertThat(wrong.output()).contains("Unknown option", "--prot");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void a_broken_file_makes_check_exit_with_1() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"consumer\": {\"name\": }\n}\n");

        var check = StubServerProcess.run("check", broken.toString());

        assertThat(check.output()).contains("where: " + broken + ", line 2, column ");
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void the_contracts_of_the_jar_are_exported() throws Exception {
        var export = StubServerProcess.run("export", "--to", folder.toString(), "--provider", "cablecast");

        assertThat(export.exitCode()).as(export.output()).isZero();
        assertThat(export.output()).containsPattern("Exported \\d+ interactions of 1 provider to " + folder);
        assertThat(folder.resolve("cablecast/mappings")).isDirectoryContaining("glob:**archivist-*.json");
    }

    @Test
    void a_signal_stops_the_server_with_the_exit_code_of_the_signal() throws Exception {
        try (var stubs = serving()) {
            order(stubs);
            isInUtf8(stubs);

            assertThat(stubs.terminate()).isEqualTo(SIGTERM);
        }
    }

    /** Not even the name of a file, which JDK 17 cannot read there. */
    @Test
    void nothing_that_is_checked_or_exported_depends_on_the_locale() throws Exception {
        var contracts = Files.createDirectory(folder.resolve("contracts"));
        Files.writeString(contracts.resolve("web-shop.json"), GREETING);
        rename(contracts, "web-shop.json", "grüße.json");

        var check = StubServerProcess.runIn("C", "check", contracts.toString());
        var export =
                StubServerProcess.runIn("POSIX", "export", "--pacts=" + contracts, "--to=" + folder.resolve("export"));

        assertThat(check.output()).contains("\"ein Gruß\" (grüße.json)").doesNotContain("\uFFFD");
        assertThat(export.exitCode()).as(export.output()).isZero();
        assertThat(Files.readString(folder.resolve("export/EXPORT.md"))).contains("grüße.json");
        assertThat(folder.resolve("export/shop/mappings"))
                .isDirectoryContaining(mapping -> text(mapping).contains("\"body\": \"Grüße, 你好\"")
                        && text(mapping).contains("\"contract\": \"grüße.json\""));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a shell, because this JVM may be in the locale C as well. */
    private static void rename(Path folder, String name, String other) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolveSibling("rename.sh"), "mv '%s' '%s'%n".formatted(name, other));
        var renaming = new ProcessBuilder("sh", script.toAbsolutePath().toString())
                .directory(folder.toFile())
                .start();
        assertThat(renaming.waitFor()).isZero();
    }

    /** JDK 17 would take ASCII from the environment of {@link StubServerProcess}. */
    private static void isInUtf8(StubServerProcess stubs) {
        var greeting = given().contentType("text/xml; charset=UTF-8")
                .body("<n>Jürgen</n>")
                .post(stubs.url("shop") + "/greeting")
                .asByteArray();

        assertThat(new String(greeting, StandardCharsets.UTF_8)).isEqualTo("Grüße, 你好");
    }

    /** As the manual recommends; {@code -Xshare:on} refuses to start where the archive cannot be used. */
    @Test
    void an_archive_of_classes_from_one_start_serves_the_next() throws Exception {
        var archive = folder.resolve("treaty-stubs.jsa");
        try (var first = serving("-XX:ArchiveClassesAtExit=" + archive)) {
            order(first);
        }
        assertThat(archive).exists();

        try (var second = serving("-Xshare:on", "-XX:SharedArchiveFile=" + archive)) {
            order(second);
        }
    }

    private StubServerProcess serving(String... jvmOptions) throws IOException {
        var pact = Files.writeString(folder.resolve("web-shop.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "shop"},
                 "interactions": [{"description": "a greeting", "request": {"method": "POST", "path": "/greeting",
                                    "headers": {"Content-Type": "text/xml"}, "body": "<n>Jürgen</n>"},
                                   "response": {"status": 200, "headers": {"Content-Type": "text/plain"}, "body": "Grüße, 你好"}},
                                  {"description": "a request for an order", "request": {"method": "GET", "path": "/orders/7"}, "response": {"status": 204}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """);
        return StubServerProcess.servingWith(List.of(jvmOptions), "--port=0", "--listen=shop=0", "--pacts=" + pact);
    }

    private static void order(StubServerProcess stubs) {
        given().get(stubs.url("shop") + "/orders/7").then().statusCode(204);
    }
}
