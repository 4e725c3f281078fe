package dev.treaty.consumer.environmentconsole.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line and its options; the environment's variables are in EnvironmentConsoleIT, in a process of its own. */
class SettingsTest {

    private static final String SECRET = "secret-42";

    @TempDir
    private Path folder;

    @Test
    void a_token_is_read_from_a_file_and_sent_and_never_printed() throws IOException {
        try (var cloner = new ClonerStandIn().on("GET /environments", Reply.json(200, "{\"items\":[]}"))) {
            var run = ConsoleRun.of(cloner, "environments", "--token-file", file(SECRET + "\n"));

            assertThat(run.exitCode()).isZero();
            assertThat(cloner.received().get(0).header("Authorization")).isEqualTo("Bearer " + SECRET);
            assertThat(run.out() + run.err()).doesNotContain(SECRET);
        }
    }

    @Test
    void a_token_on_the_command_line_is_refused_and_not_repeated() throws IOException {
        try (var cloner = new ClonerStandIn()) {
            var run = ConsoleRun.of(cloner, "environments", "--token", SECRET);

            assertThat(run).isEqualTo(new ConsoleRun(2, "", """
                    A token on the command line can be read by every user of this machine, and stays in the shell's history.
                      where: --token
                      fix:   set ENVIRONMENT_CLONER_TOKEN or use --token-file, and have this token revoked
                    """));
            assertThat(cloner.received()).isEmpty();
        }
    }

    @Test
    void a_file_without_a_token_sends_none() throws IOException {
        try (var cloner = new ClonerStandIn().on("GET /environments", Reply.problem(401, """
                {"type":"https://treaty.dev/problems/token-missing","status":401,"title":"The request has no access token"}"""))) {
            var run = ConsoleRun.of(cloner, "environments", "--token-file", file(""));

            assertThat(cloner.received().get(0).header("Authorization")).isEmpty();
            assertThat(run).isEqualTo(new ConsoleRun(1, "", """
                    The request has no access token.
                      where: GET /environments
                      fix:   set ENVIRONMENT_CLONER_TOKEN to an access token
                    """));
        }
    }

    @Test
    void a_token_that_could_smuggle_a_header_is_refused_and_not_repeated() throws IOException {
        var file = file(SECRET + "\r\nX-Role: operator");

        var run = ConsoleRun.of("environments", "--server", "http://127.0.0.1:1", "--token-file", file);

        assertThat(run).isEqualTo(new ConsoleRun(2, "", """
                The access token has characters that no token has.
                  where: the file %s
                  fix:   copy it again, without spaces and line breaks inside
                """.formatted(file)));
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        var run = ConsoleRun.of("environments", "--server", "http://127.0.0.1:1", "--token-file", "/nowhere/token");

        assertThat(run).isEqualTo(new ConsoleRun(2, "", """
                The file with the access token cannot be read.
                  where: /nowhere/token (NoSuchFileException)
                  fix:   check that it is there, and who may read it
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:8090", "ftp://127.0.0.1", "http://", "http://ada:secret@127.0.0.1", "http://a b"})
    void an_address_that_is_no_server_is_refused(String address) {
        assertThat(ConsoleRun.of("environments", "--server", address)).isEqualTo(new ConsoleRun(2, "", """
                The address of the environment cloner is not the URL of a server.
                  where: --server
                  fix:   write it as http://HOST:PORT or https://HOST, without credentials
                """));
    }

    @Test
    void a_server_that_does_not_respond_exits_with_1() {
        var run = ConsoleRun.of("environments", "--server", "http://127.0.0.1:1");

        assertThat(run).isEqualTo(new ConsoleRun(1, "", """
                The environment cloner did not respond at all (ConnectException).
                  where: GET /environments at http://127.0.0.1:1
                  fix:   check that it runs there, and that nothing between here and there stops the request
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clon                                  | Unknown command: clon
            check                                 | Missing required parameter: 'ENVIRONMENT'.
            environments --sever http://localhost | Unknown option: --sever
            log cln_42 --level loud               | Invalid value for option '--level'
            status                                | Missing required argument
            status cln_42 --target training       | mutually exclusive
            clone a b --profile c --as-it-is      | mutually exclusive
            """)
    void a_wrong_command_line_exits_with_2_and_says_what_is_wrong(String arguments, String what) {
        var run = ConsoleRun.of(arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(what).contains("\n  where: ").contains("\n  fix:   ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environments",
                "check",
                "plan",
                "clone",
                "status",
                "cancel",
                "log",
                "statistics",
                "backups",
                "restore"
            })
    void every_command_has_help(String command) {
        var run = ConsoleRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Usage: environment-console " + command)
                .contains("--server=URL");
        assertThat(run.out()).doesNotContain("--token=");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("token"), content).toString();
    }
}
