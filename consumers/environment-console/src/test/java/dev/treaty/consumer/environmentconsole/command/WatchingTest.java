package dev.treaty.consumer.environmentconsole.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private static final Reply FAILED = CloneJson.inState("failed", """
            "failure":{"type":"https://treaty.dev/problems/unclassified-columns","title":"A column is unclassified",
             "fix":"add it to the profile","phase":"checking","rolledBack":true},""");

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
    void a_clone_is_watched_to_its_end() {
        cloner.on(
                "GET /clones/cln_42",
                CloneJson.running("copying", 48, 520_000, 4),
                CloneJson.running("indexing", 80, 1_100_000, 9),
                CloneJson.completed());

        var run = watch("--progress", "lines");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("(?m)^\\S+Z ", "")).isEqualTo("""
                cln_42 queued, 0 %, 0/1,100,000 rows, 0/9 tables
                cln_42 copying, 48 %, 520,000/1,100,000 rows, 4/9 tables
                cln_42 indexing, 80 %, 1,100,000/1,100,000 rows, 9/9 tables
                cln_42 completed, 100 %, 1,100,000/1,100,000 rows, 9/9 tables
                cln_42 is completed: training is now a clone of production, 1,100,000 rows in 9 tables, in 2 min 30 s
                  statistics: environment-console statistics cln_42
                  undo:       environment-console restore bak_42
                """);
    }

    @Test
    void a_clone_that_fails_while_it_is_watched_exits_with_1() {
        cloner.on("GET /clones/cln_42", FAILED);

        var run = watch("--progress", "lines");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).endsWith("""
                cln_42 failed; training is as it was before
                  what:  while checking: A column is unclassified.
                  fix:   add it to the profile
                  log:   environment-console log cln_42
                """);
    }

    @Test
    void a_clone_that_somebody_else_cancels_exits_with_1() {
        cloner.on("GET /clones/cln_42", CloneJson.inState("cancelled", ""));

        var run = watch("--progress", "lines");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).endsWith("cln_42 was cancelled; training is as it was before\n");
    }

    @Test
    void a_service_that_is_restarted_meanwhile_is_asked_again() {
        cloner.on("GET /clones/cln_42", Reply.problem(503, """
                {"type":"https://treaty.dev/problems/service-unavailable","status":503,"title":"A service is down"}"""), CloneJson.completed());

        var run = watch("--progress", "lines");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("A service is down. Asking again for a minute.\n");
    }

    @Test
    void a_refusal_ends_the_watching_and_not_the_clone() {
        cloner.on("GET /clones/cln_42", Reply.problem(401, """
                {"type":"https://treaty.dev/problems/token-expired","status":401,"title":"The access token has expired"}"""));

        var run = watch("--progress", "lines");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""

                cln_42 goes on without you.
                  look:   environment-console status cln_42 --watch
                  cancel: environment-console cancel cln_42
                The access token has expired.
                  where: GET /clones/cln_42
                  fix:   set ENVIRONMENT_CLONER_TOKEN to a new access token
                """);
    }

    @Test
    void a_bar_is_one_line_that_is_written_over() {
        cloner.on("GET /clones/cln_42", CloneJson.running("copying", 48, 520_000, 4), CloneJson.completed());

        var run = watch("--progress", "bar");

        assertThat(run.out().split("\r\u001b\\[K", -1)).hasSize(4);
        assertThat(run.out().split("\n", -1)[0]).contains("copying", "48%", "completed", "100%");
    }

    @Test
    void whoever_stopped_watching_can_look_again() {
        cloner.on("GET /clones/cln_42", CloneJson.running("copying", 48, 520_000, 4), CloneJson.completed());

        var run = ConsoleRun.of(cloner, "status", "cln_42", "--watch", "--progress", "lines");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" cln_42 copying, 48 %").contains("cln_42 is completed");
    }

    private ConsoleRun watch(String... options) {
        var arguments = new ArrayList<>(List.of("clone", "production", "training", "--profile", "training", "--watch"));
        arguments.addAll(List.of(options));
        return ConsoleRun.of(cloner, arguments.toArray(String[]::new));
    }
}
