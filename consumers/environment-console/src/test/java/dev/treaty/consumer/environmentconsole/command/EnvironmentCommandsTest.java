package dev.treaty.consumer.environmentconsole.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentCommandsTest {

    private ClonerStandIn cloner;

    @BeforeEach
    void start() throws IOException {
        cloner = new ClonerStandIn();
    }

    @AfterEach
    void stop() {
        cloner.close();
    }

    @Test
    void environments_are_a_table() {
        cloner.on("GET /environments", Reply.json(200, """
                {"items":[
                 {"id":"production","name":"Production","kind":"production","readOnly":true,"canBeSource":true,
                  "canBeTarget":false,"state":"ready","schemaVersion":"4"},
                 {"id":"training","name":"Training","kind":"training","readOnly":false,"canBeSource":true,
                  "canBeTarget":true,"state":"cloning","schemaVersion":"4","clonedFrom":"production","clonedAt":"2026-01-15T09:30:00.123Z"},
                 {"id":"test","name":"Test","kind":"test","readOnly":false,"canBeSource":true,
                  "canBeTarget":true,"state":"unreachable"}]}"""));

        assertThat(ConsoleRun.of(cloner, "environments")).isEqualTo(new ConsoleRun(0, """
                ENVIRONMENT  NAME        KIND        SOURCE  TARGET  STATE        SCHEMA  CLONED FROM
                production   Production  production  yes     no      ready        4       -
                training     Training    training    yes     yes     cloning      4       production at 2026-01-15T09:30:00Z
                test         Test        test        yes     yes     unreachable  -       -
                """, ""));
    }

    @Test
    void a_check_that_passes_exits_with_0() {
        cloner.on("POST /environments/training/checks", Reply.json(200, """
                {"reachable":true,"canRead":true,"canWrite":true,"schemaVersion":"4","problems":[]}"""));

        assertThat(ConsoleRun.of(cloner, "check", "training"))
                .isEqualTo(new ConsoleRun(
                        0, "training is reachable; its role can read and write; its schema is at version 4\n", ""));
    }

    @Test
    void a_check_that_finds_something_exits_with_1_and_says_what_to_do() {
        cloner.on("POST /environments/test/checks", Reply.json(200, """
                {"reachable":false,"canRead":false,"canWrite":false,
                 "problems":[{"type":"https://treaty.dev/problems/environment-unreachable","title":"The environment is unreachable",
                  "detail":"Nothing listens on port 5432","fix":"start its database server"}]}"""));

        assertThat(ConsoleRun.of(cloner, "check", "test")).isEqualTo(new ConsoleRun(1, """
                test is unreachable
                problem: The environment is unreachable. Nothing listens on port 5432.
                  fix:   start its database server
                """, ""));
    }

    @Test
    void control_characters_of_a_service_do_not_reach_the_terminal() {
        cloner.on("POST /environments/test/checks", Reply.json(200, """
                {"reachable":false,"canRead":false,"canWrite":false,
                 "problems":[{"type":"about:blank","title":"\\u001b[2J\\u009b31mred\\nfix: call me"}]}"""));

        assertThat(ConsoleRun.of(cloner, "check", "test").out()).isEqualTo("""
                test is unreachable
                problem:  [2J 31mred fix: call me.
                """);
    }

    @Test
    void a_refusal_is_shown_in_three_lines() {
        cloner.on("POST /environments/staging/checks", Reply.problem(404, """
                {"type":"https://treaty.dev/problems/environment-not-found","status":404,"title":"There is no such environment",
                 "detail":"No environment has the id staging","fix":"use one of production, training, test"}"""));

        assertThat(ConsoleRun.of(cloner, "check", "staging")).isEqualTo(new ConsoleRun(1, "", """
                There is no such environment. No environment has the id staging.
                  where: POST /environments/staging/checks
                  fix:   use one of production, training, test
                """));
    }

    @Test
    void a_page_of_a_proxy_is_not_mistaken_for_a_response() {
        cloner.on("GET /environments", new Reply(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>"));

        var run = ConsoleRun.of(cloner, "environments");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("""
                The response with status 200 is not one of the environment cloner: its body is not JSON.
                  where: GET /environments
                """);
    }

    @Test
    void backups_are_a_table() {
        cloner.on("GET /backups?environment=training", Reply.json(200, """
                {"items":[{"id":"bak_42","environment":"training","takenAt":"2026-01-15T09:30:00Z","size":155189248,
                  "kind":"database","state":"usable","expiresAt":"2026-01-22T09:30:00Z"},
                 {"id":"bak_41","environment":"training","takenAt":"2026-01-14T09:30:00Z","size":900,
                  "kind":"file","checksum":"sha-256:0f","state":"corrupt"}]}"""));

        assertThat(ConsoleRun.of(cloner, "backups", "training")).isEqualTo(new ConsoleRun(0, """
                BACKUP  TAKEN                     SIZE  KIND      STATE    EXPIRES
                bak_42  2026-01-15T09:30:00Z  155.2 MB  database  usable   2026-01-22T09:30:00Z
                bak_41  2026-01-14T09:30:00Z     900 B  file      corrupt  -
                """, ""));
    }

    @Test
    void a_restoration_is_awaited() {
        cloner.on("POST /backups/bak_42/restorations", restoration(202, "running", ""))
                .on(
                        "GET /backups/bak_42/restorations/rst_42",
                        restoration(200, "running", ""),
                        restoration(200, "completed", ",\"finishedAt\":\"2026-01-15T09:30:01Z\""));

        assertThat(ConsoleRun.of(cloner, "restore", "bak_42"))
                .isEqualTo(new ConsoleRun(0, "training is again what it was in backup bak_42\n", ""));
    }

    @Test
    void a_restoration_that_fails_exits_with_1_and_says_why() {
        cloner.on("POST /backups/bak_42/restorations", restoration(202, "failed", """
                ,"failure":{"type":"https://treaty.dev/problems/backup-is-corrupt","title":"The backup is corrupt",
                 "detail":"A checksum is wrong","fix":"restore another one"}"""));

        assertThat(ConsoleRun.of(cloner, "restore", "bak_42")).isEqualTo(new ConsoleRun(1, """
                training could not be restored from backup bak_42
                  what:  The backup is corrupt. A checksum is wrong.
                  fix:   restore another one
                """, ""));
    }

    private static Reply restoration(int status, String state, String more) {
        return Reply.json(status, """
                {"id":"rst_42","backup":"bak_42","environment":"training","state":"%s","startedAt":"2026-01-15T09:30:00Z"%s}""".formatted(state, more));
    }
}
