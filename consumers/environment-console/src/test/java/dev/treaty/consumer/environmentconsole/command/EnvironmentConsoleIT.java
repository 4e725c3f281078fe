package dev.treaty.consumer.environmentconsole.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console as people run it. */
class EnvironmentConsoleIT {

    private static final String SECRET = "secret-42";
    /** How long it may need to start a Java process. */
    private static final Duration A_BUSY_MACHINE = Duration.ofMinutes(1);

    private static final String[] WATCH = {"clone", "production", "training", "--profile", "training", "--watch"};

    private ClonerStandIn cloner;

    @BeforeEach
    void start() throws IOException {
        cloner = new ClonerStandIn().on("POST /clones", CloneJson.accepted());
    }

    @AfterEach
    void stop() {
        cloner.close();
    }

    @Test
    void address_and_token_come_from_the_environment() throws Exception {
        cloner.on("GET /environments", Reply.json(200, """
                {"items":[{"id":"training","name":"Übung","kind":"training","readOnly":false,"canBeSource":true,
                 "canBeTarget":true,"state":"ready"}]}"""));

        try (var console = ConsoleProcess.start(settings(), "environments")) {
            var run = console.end();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("training     Übung");
            assertThat(run.err()).isEmpty();
            assertThat(cloner.received().get(0).header("Authorization")).isEqualTo("Bearer " + SECRET);
        }
    }

    @Test
    void without_an_address_nothing_is_sent() throws Exception {
        try (var console = ConsoleProcess.start(Map.of(), "environments")) {
            assertThat(console.end()).isEqualTo(new ConsoleRun(2, "", """
                    Nobody says where the environment cloner is.
                      where: ENVIRONMENT_CLONER_URL in the environment, and --server
                      fix:   set ENVIRONMENT_CLONER_URL, or add --server URL
                    """));
        }
    }

    @Test
    void without_a_terminal_progress_is_plain_lines() throws Exception {
        cloner.on("GET /clones/cln_42", CloneJson.running("copying", 48, 520_000, 4), CloneJson.completed());

        try (var console = ConsoleProcess.start(settings(), WATCH)) {
            var run = console.end();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .doesNotContain("\r", "\u001b")
                    .contains(" cln_42 copying, 48 %, 520,000/1,100,000 rows");
            assertThat(run.out() + run.err()).doesNotContain(SECRET);
        }
    }

    @Test
    void on_a_terminal_progress_is_a_bar_that_fits() throws Exception {
        assumeThat(Path.of("/usr/bin/script"))
                .as("script, which opens a terminal")
                .isExecutable();
        cloner.on(
                "GET /clones/cln_42",
                CloneJson.running("copying", 10, 110_000, 1),
                CloneJson.running("copying", 48, 520_000, 4),
                CloneJson.completed());

        try (var console = ConsoleProcess.startInTerminal(60, with("TERM", "xterm"), WATCH)) {
            var run = console.end();

            assertThat(run.exitCode()).isZero();
            var lines = Arrays.stream(run.out().split("\r\u001b\\[K|\r?\n", -1)).toList();
            assertThat(lines)
                    .filteredOn(line -> line.contains("["))
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).hasSizeBetween(40, 59));
            assertThat(lines)
                    .anyMatch(line -> line.startsWith("copying    [####") && line.contains(" 48%  520k/1.1M rows"));
        }
    }

    @Test
    void a_terminal_that_can_only_print_gets_plain_lines() throws Exception {
        assumeThat(Path.of("/usr/bin/script"))
                .as("script, which opens a terminal")
                .isExecutable();
        cloner.on("GET /clones/cln_42", CloneJson.completed());

        try (var console = ConsoleProcess.startInTerminal(60, with("TERM", "dumb"), WATCH)) {
            assertThat(console.end().out()).doesNotContain("\u001b").contains(" cln_42 completed, 100 %");
        }
    }

    @Test
    void ctrl_c_leaves_the_clone_running_and_says_how_to_look_and_cancel() throws Exception {
        cloner.on("GET /clones/cln_42", CloneJson.running("copying", 48, 520_000, 4));

        try (var console = ConsoleProcess.start(settings(), WATCH)) {
            await().atMost(A_BUSY_MACHINE).until(() -> received("GET /clones/cln_42"));
            console.interrupt();
            var run = console.end();

            assertThat(run.exitCode()).isEqualTo(130);
            assertThat(run.err()).isEqualTo("""

                    cln_42 goes on without you.
                      look:   environment-console status cln_42 --watch
                      cancel: environment-console cancel cln_42
                    """);
            assertThat(cloner.received()).noneMatch(request -> request.line().contains("cancellation"));
        }
    }

    @Test
    void ctrl_c_before_the_response_says_how_to_find_the_clone() throws Exception {
        cloner.on("POST /clones", Reply.withheld());

        try (var console = ConsoleProcess.start(settings(), WATCH)) {
            await().atMost(A_BUSY_MACHINE).until(() -> received("POST /clones"));
            console.interrupt();
            var run = console.end();

            assertThat(run.exitCode()).isEqualTo(130);
            assertThat(run.err()).isEqualTo("""

                    Nobody knows whether the clone has started.
                      look:   environment-console status --target training
                    """);
        }
    }

    @Test
    void the_readme_shows_the_help() throws Exception {
        var readme = Files.readString(Path.of("README.md"));

        try (var console = ConsoleProcess.start(Map.of("COLUMNS", "80"), "--help")) {
            assertThat(readme).contains(console.end().out().stripTrailing());
        }
        try (var console = ConsoleProcess.start(Map.of("COLUMNS", "80"), "clone", "--help")) {
            assertThat(readme).contains(console.end().out().stripTrailing());
        }
    }

    private boolean received(String line) {
        return cloner.received().stream().anyMatch(request -> request.line().equals(line));
    }

    private Map<String, String> settings() {
        return Map.of("ENVIRONMENT_CLONER_URL", cloner.url(), "ENVIRONMENT_CLONER_TOKEN", SECRET);
    }

    private Map<String, String> with(String name, String value) {
        return Map.of("ENVIRONMENT_CLONER_URL", cloner.url(), "ENVIRONMENT_CLONER_TOKEN", SECRET, name, value);
    }
}
