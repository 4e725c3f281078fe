package dev.treaty.consumer.environmentconsole.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.environmentconsole.command.ClonerStandIn.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloneCommandsTest {

    private static final String[] CLONE = {"clone", "production", "training", "--profile", "training"};

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
    void a_clone_is_started_and_the_next_commands_are_named() {
        cloner.on("POST /clones", CloneJson.accepted());

        assertThat(ConsoleRun.of(cloner, CLONE)).isEqualTo(new ConsoleRun(0, """
                cln_42 of production into training is queued
                  look:   environment-console status cln_42 --watch
                  cancel: environment-console cancel cln_42
                """, ""));
        assertThat(cloner.received().get(0).body()).isEqualTo("""
                {"source":"production","target":"training","systems":["audit","conversations","reservations"],\
                "anonymise":{"profile":"training"},"backup":true,"validate":true}""");
    }

    @Test
    void every_option_is_sent() {
        cloner.on("POST /clones", CloneJson.accepted());

        ConsoleRun.of(
                cloner,
                "clone",
                "test",
                "training",
                "--as-it-is",
                "--systems",
                "audit,reservations",
                "--max-age",
                "P90D",
                "--no-backup",
                "--no-validation");

        assertThat(cloner.received().get(0).body()).isEqualTo("""
                {"source":"test","target":"training","systems":["audit","reservations"],\
                "anonymise":null,"backup":false,"validate":false,"maxAge":"P90D"}""");
    }

    @Test
    void nobody_copies_personal_data_because_they_forgot_an_option() {
        var run = ConsoleRun.of(cloner, "clone", "test", "training");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--profile").contains("--as-it-is").contains("fix:");
        assertThat(cloner.received()).isEmpty();
    }

    @Test
    void a_response_that_was_lost_starts_no_second_clone() {
        cloner.on("POST /clones", Reply.lost(), CloneJson.accepted());

        assertThat(ConsoleRun.of(cloner, CLONE).exitCode()).isZero();
        assertThat(cloner.received())
                .hasSizeGreaterThan(1)
                .extracting(request -> request.header("Idempotency-Key"))
                .allMatch(key ->
                        !key.isEmpty() && key.equals(cloner.received().get(0).header("Idempotency-Key")));
    }

    @Test
    void each_run_of_the_command_is_another_attempt() {
        cloner.on("POST /clones", CloneJson.accepted());

        ConsoleRun.of(cloner, CLONE);
        ConsoleRun.of(cloner, CLONE);

        assertThat(cloner.received())
                .extracting(request -> request.header("Idempotency-Key"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_busy_target_comes_with_the_command_that_shows_who_is_busy() {
        cloner.on("POST /clones", Reply.problem(409, """
                {"type":"https://treaty.dev/problems/target-is-being-cloned","status":409,"title":"The target is being cloned into",
                 "detail":"Clone cln_41 is copying","fix":"wait for it, or cancel it","clone":"cln_41"}"""));

        assertThat(ConsoleRun.of(cloner, CLONE)).isEqualTo(new ConsoleRun(1, "", """
                The target is being cloned into. Clone cln_41 is copying.
                  where: POST /clones
                  fix:   wait for it, or cancel it
                  look:  environment-console status cln_41 --watch
                """));
    }

    @Test
    void errors_point_at_what_was_wrong() {
        cloner.on("POST /clones", Reply.problem(422, """
                {"type":"https://treaty.dev/problems/invalid-clone","status":422,"title":"The clone is not possible as described",
                 "fix":"correct what the errors point at",
                 "errors":[{"pointer":"/target","detail":"is the source, too"},{"pointer":"/maxAge","detail":"is not a period"}]}"""));

        assertThat(ConsoleRun.of(cloner, CLONE)).isEqualTo(new ConsoleRun(1, "", """
                The clone is not possible as described.
                  where: POST /clones: /target is the source, too; /maxAge is not a period
                  fix:   correct what the errors point at
                """));
    }

    @Test
    void a_clone_without_an_address_of_its_own_is_not_believed() {
        cloner.on("POST /clones", CloneJson.accepted().with("Location", "/clones/cln_1"));

        assertThat(ConsoleRun.of(cloner, CLONE).err())
                .startsWith("The response with status 202 is not one of the environment cloner:"
                        + " its Location is not that of the clone in its body.");
    }

    @Test
    void a_plan_says_what_would_be_copied_and_anonymised() {
        cloner.on("POST /clones?dryRun=true", plan("[]"));

        assertThat(ConsoleRun.of(cloner, "plan", "production", "training", "--profile", "training"))
                .isEqualTo(new ConsoleRun(0, """
                TABLE                         ROWS  ANONYMISED
                reservations.reservations  200,000  guest_name (person-name), guest_email (email)
                loft.pricing_rules              12  -
                schema change: V4 audit
                200,012 rows, about 2 min 30 s
                """, ""));
    }

    @Test
    void a_plan_that_would_stop_exits_with_1() {
        cloner.on("POST /clones?dryRun=true", plan("[\"people.profiles.nickname\"]"));

        var run = ConsoleRun.of(cloner, "plan", "production", "training", "--profile", "training");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "unclassified: people.profiles.nickname looks personal and is in no profile; a clone stops here\n");
    }

    @Test
    void the_status_of_a_running_clone_is_one_line() {
        cloner.on("GET /clones/cln_42", CloneJson.running("copying", 48, 520_000, 4));

        assertThat(ConsoleRun.of(cloner, "status", "cln_42"))
                .isEqualTo(new ConsoleRun(
                        0,
                        "cln_42 of production into training: running (copying), 48 %, 520,000 of 1,100,000 rows, 4 of 9 tables,"
                                + " 73.4 MB read\n",
                        ""));
    }

    @Test
    void the_clones_into_an_environment_are_a_table() {
        cloner.on("GET /clones?target=training&limit=20", Reply.json(200, """
                {"items":[%s,%s],"next":"2"}""".formatted(
                        CloneJson.running("copying", 48, 520_000, 4).body(),
                        CloneJson.completed().body().replace("cln_42", "cln_41"))));

        assertThat(ConsoleRun.of(cloner, "status", "--target", "training")).isEqualTo(new ConsoleRun(0, """
                CLONE   SOURCE      TARGET    STATE              PERCENT  STARTED               BACKUP
                cln_42  production  training  running (copying)       48  2026-01-15T09:29:00Z  -
                cln_41  production  training  completed              100  2026-01-15T09:29:00Z  bak_42
                """, ""));
    }

    @Test
    void a_clone_that_failed_says_what_to_do_and_exits_with_1() {
        cloner.on("GET /clones/cln_42", CloneJson.inState("failed", """
                "failure":{"type":"https://treaty.dev/problems/schema-is-unknown","title":"The schema is unknown",
                 "detail":"The source is at version 5","fix":"update training first","phase":"checking","rolledBack":true},"""));

        assertThat(ConsoleRun.of(cloner, "status", "cln_42")).isEqualTo(new ConsoleRun(1, """
                cln_42 failed; training is as it was before
                  what:  while checking: The schema is unknown. The source is at version 5.
                  fix:   update training first
                  log:   environment-console log cln_42
                """, ""));
    }

    @Test
    void a_target_in_ruins_is_not_called_as_before() {
        cloner.on("GET /clones/cln_42", CloneJson.inState("failed", """
                "failure":{"type":"about:blank","title":"The server is gone","phase":"swapping","rolledBack":false},"""));

        assertThat(ConsoleRun.of(cloner, "status", "cln_42").out())
                .startsWith("cln_42 failed, and training could not be rolled back\n");
    }

    @Test
    void a_cancellation_says_what_becomes_of_the_target() {
        cloner.on(
                "POST /clones/cln_42/cancellation",
                new Reply(
                        202,
                        Map.of("Content-Type", "application/json"),
                        CloneJson.inState("cancelling", "").body()));

        assertThat(ConsoleRun.of(cloner, "cancel", "cln_42"))
                .isEqualTo(new ConsoleRun(0, "cln_42 is cancelling; training stays as it is\n", ""));
    }

    @Test
    void statistics_are_a_table_with_the_proof_below() {
        cloner.on("GET /clones/cln_42/statistics", statistics(0));

        assertThat(ConsoleRun.of(cloner, "statistics", "cln_42")).isEqualTo(new ConsoleRun(0, """
                TABLE                         ROWS  ANONYMISED     READ
                reservations.reservations  200,000     200,000  31.5 MB
                schema change: V4 audit
                13 s, 88,000 rows/s, 7 foreign keys checked, 0 originals survived
                """, ""));
    }

    @Test
    void survivors_exit_with_1() {
        cloner.on("GET /clones/cln_42/statistics", statistics(3));

        assertThat(ConsoleRun.of(cloner, "statistics", "cln_42").exitCode()).isEqualTo(1);
    }

    @Test
    void a_log_is_read_page_by_page() {
        cloner.on("GET /clones/cln_42/log?level=info&limit=1000", log("1", "\"next\":\"1\","))
                .on("GET /clones/cln_42/log?level=info&limit=1000&after=1", log("2", ""));

        assertThat(ConsoleRun.of(cloner, "log", "cln_42")).isEqualTo(new ConsoleRun(0, """
                2026-01-15T09:30:00Z info    copying    people.profiles: Copied 1
                2026-01-15T09:30:00Z info    copying    people.profiles: Copied 2
                """, ""));
    }

    @Test
    void a_log_that_is_not_followed_ends_where_the_clone_is_now() {
        cloner.on(
                "GET /clones/cln_42/log?level=warning&limit=1000", Reply.json(200, "{\"entries\":[],\"next\":\"0\"}"));

        assertThat(ConsoleRun.of(cloner, "log", "cln_42", "--level", "warning")).isEqualTo(new ConsoleRun(0, "", ""));
    }

    @Test
    void a_log_is_followed_until_the_clone_is_over() {
        cloner.on("GET /clones/cln_42/log?level=info&limit=1000", Reply.json(200, "{\"entries\":[],\"next\":\"0\"}"))
                .on("GET /clones/cln_42/log?level=info&limit=1000&after=0", log("1", "\"next\":\"1\","))
                .on("GET /clones/cln_42/log?level=info&limit=1000&after=1", log("2", ""));

        assertThat(ConsoleRun.of(cloner, "log", "cln_42", "--follow").out())
                .hasLineCount(2)
                .endsWith("Copied 2\n");
    }

    private static Reply log(String number, String next) {
        return Reply.json(200, """
                {%s"entries":[{"number":%s,"time":"2026-01-15T09:30:00Z","level":"info","phase":"copying",
                 "message":"Copied %s","table":"people.profiles"}]}""".formatted(next, number, number));
    }

    private static Reply plan(String unclassified) {
        return Reply.json(200, """
                {"tables":[{"name":"reservations.reservations","rows":200000,
                  "rules":[{"column":"guest_name","domain":"person-name"},{"column":"guest_email","domain":"email"}]},
                 {"name":"loft.pricing_rules","rows":12,"rules":[]}],
                 "schemaChanges":["V4 audit"],"unclassified":%s,"estimate":"PT2M30S"}""".formatted(unclassified));
    }

    private static Reply statistics(int survivors) {
        return Reply.json(200, """
                {"tables":[{"name":"reservations.reservations","rows":200000,"anonymised":200000,"bytes":31457280}],
                 "schemaChanges":["V4 audit"],"duration":"PT12.5S","rowsPerSecond":88000,"foreignKeysChecked":7,"survivors":%d}""".formatted(survivors));
    }
}
