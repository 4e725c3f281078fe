package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.clones.PlannedRule;
import dev.treaty.provider.environmentcloner.clones.PlannedTable;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.LogEntry;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.systems.ClonedApplication;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while a clone is made: it fails with a reason, and the target is as it was. And what a plan says of it before. */
class FailuresTest {

    @TempDir
    private Path folder;

    private Environment production = TestEnvironments.production();
    private Environment training;

    @BeforeEach
    void create() throws SQLException {
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.withRows(50));
    }

    /** For a test that does something with production. */
    private void useOwnProduction() {
        try {
            production = TestEnvironments.production(LoftsDatabases.withRows(100));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Environment environment, String sql) {
        try (var connection = database(environment).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a clone that fails in a phase; somebody does something when the phase begins. */
    private Failure failure(OperationPhase begun, OperationPhase failed, Runnable something) {
        return failure(TestCloner.settings(folder, production, training), begun, failed, something);
    }

    private Failure failure(ClonerSettings settings, OperationPhase begun, OperationPhase failed, Runnable something) {
        var content = "SELECT id, name FROM reservations.lofts ORDER BY id";
        var before = rows(database(training), content);
        PhaseListener phases = (operation, phase) -> {
            if (phase == begun) {
                something.run();
            }
        };
        try (var cloner = TestCloner.start(settings, Walls.around(settings.environments()), phases)) {
            var clone = cloner.awaitEnd(cloner.start(request("production", "training")));

            assertThat(clone.state()).isEqualTo(OperationState.FAILED);
            assertThat(clone.phase()).contains(failed);
            assertThat(clone.rolledBack()).isTrue();
            assertThat(rows(database(training), content)).isEqualTo(before);
            cloner.requireNothingLeft(production, training);
            var failure = clone.failure().orElseThrow();
            var event = cloner.events("clone.failed").get(0);
            assertThat(event.get("rolledBack").asBoolean()).isTrue();
            assertThat(event.get("phase").asText()).isEqualTo(failed.word());
            assertThat(event.get("problem").get("type").asText())
                    .isEqualTo("https://treaty.dev/problems/" + failure.slug());
            assertThat(cloner.cloner()
                            .clones()
                            .log(clone.id(), LogLevel.ERROR, OptionalLong.empty(), 10)
                            .items())
                    .extracting(LogEntry::message)
                    .containsExactly(failure.what() + " The target is as it was.");
            return failure;
        }
    }

    @Test
    void a_column_that_looks_personal_and_is_in_no_profile_stops_a_clone_and_a_plan_names_it() {
        useOwnProduction();
        execute(production, "UPDATE conversations.conversations SET subject = 'call +49 170 12345678'");

        try (var cloner = TestCloner.start(folder, production, training)) {
            assertThat(cloner.cloner()
                            .clones()
                            .plan(request("production", "training"), ADA)
                            .unclassified())
                    .isEmpty();
            execute(production, "UPDATE conversations.conversations SET subject = '+49 170 12345678'");
            assertThat(cloner.cloner()
                            .clones()
                            .plan(request("production", "training"), ADA)
                            .unclassified())
                    .containsExactly("conversations.conversations.subject");
        }
        assertThat(failure(OperationPhase.SWAPPING, OperationPhase.CHECKING, () -> {}))
                .isEqualTo(
                        new Failure(
                                "unclassified-columns",
                                "Nobody has decided about columns that look personal: conversations.conversations.subject.",
                                "the anonymisation profile training",
                                "give each a kind of personal data in the profile, or \"keep:\" with the reason why it identifies nobody"));
    }

    @Test
    void an_original_that_survives_in_a_column_without_a_rule_fails_the_clone() {
        useOwnProduction();
        execute(
                production,
                "UPDATE conversations.conversations SET subject = 'for ' || (SELECT full_name FROM people.profiles LIMIT 1) WHERE id = 1");

        var failure = failure(OperationPhase.SWAPPING, OperationPhase.VALIDATING, () -> {});

        assertThat(failure.slug()).isEqualTo("originals-survived");
        assertThat(failure.what())
                .isEqualTo(
                        "Personal data of the source are left in the new database: 1 in conversations.conversations.subject.");
    }

    @Test
    void a_source_that_was_changed_by_hand_fails_by_its_schema() {
        useOwnProduction();
        execute(production, "ALTER TABLE reservations.lofts ADD COLUMN colour text");

        var failure = failure(OperationPhase.SWAPPING, OperationPhase.MIGRATING, () -> {});

        assertThat(failure.slug()).isEqualTo("schema-is-unknown");
        assertThat(failure.what())
                .isEqualTo("The source has another schema than its migrations make: reservations.lofts.colour (text).");
    }

    @Test
    void rows_that_break_a_key_of_the_source_fail_by_the_key() {
        useOwnProduction();
        execute(production, "SET session_replication_role = replica; DELETE FROM reservations.lofts WHERE id = 1");

        var failure = failure(OperationPhase.SWAPPING, OperationPhase.INDEXING, () -> {});

        assertThat(failure.slug()).isEqualTo("keys-do-not-hold");
        assertThat(failure.what()).contains("violates foreign key constraint");
    }

    @Test
    void rows_that_somebody_else_adds_to_the_new_database_are_noticed() {
        var failure = failure(OperationPhase.VALIDATING, OperationPhase.VALIDATING, () -> {
            var name = database(training).getDatabaseName();
            var next = LoftsDatabases.named(name + "_next_1");
            try (var connection = next.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("INSERT INTO reservations.lofts (name, city) VALUES ('x', 'y')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(failure.slug()).isEqualTo("row-counts-differ");
        assertThat(failure.where()).isEqualTo("the table reservations.lofts");
    }

    @Test
    void a_target_that_became_production_after_the_request_is_refused_by_the_worker_too() {
        var settings = TestCloner.settings(folder, production, training);
        PhaseListener promotion =
                (operation, phase) -> execute(training, "UPDATE environment_cloner.marker SET kind = 'production'");
        try (var cloner = TestCloner.start(settings, Walls.around(settings.environments()), promotion)) {
            var clone = cloner.awaitEnd(cloner.start(request("production", "training")));

            assertThat(clone.failure().orElseThrow().slug()).isEqualTo("production-is-never-a-target");
            var event = cloner.events("production.access-refused").get(0);
            assertThat(event.get("wall").asText()).isEqualTo("marker");
            assertThat(event.get("what").asText()).isEqualTo("a clone of production into training");
            assertThat(event.get("who").asText()).isEqualTo("usr_ada");
        }
    }

    @Test
    void a_connection_that_is_lost_fails_with_the_servers_reason() {
        useOwnProduction();
        var failure = failure(
                OperationPhase.COPYING,
                OperationPhase.COPYING,
                () -> rows(
                        LoftsDatabases.maintenance(),
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s' AND usename = 'cloner_reader'"
                                .formatted(database(production).getDatabaseName())));

        assertThat(failure.slug()).isEqualTo("database-failed");
        assertThat(failure.where()).isEqualTo("the phase copying");
    }

    /** The rows are not to blame for it, although it happens while their keys are created. */
    @Test
    void a_connection_to_the_target_that_is_lost_does_so_too() {
        var failure = failure(
                OperationPhase.INDEXING,
                OperationPhase.INDEXING,
                () -> rows(
                        LoftsDatabases.maintenance(),
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s_next_1'"
                                .formatted(database(training).getDatabaseName())));

        assertThat(failure.slug()).isEqualTo("database-failed");
        assertThat(failure.where()).isEqualTo("the phase indexing");
    }

    @Test
    void a_migration_that_fails_in_the_new_database_fails_by_its_reason() throws Exception {
        useOwnProduction();
        var migrations = Files.createDirectories(folder.resolve("migrations"));
        try (var known = Files.list(Path.of("src/main/resources/db/lofts"))) {
            for (var script : known.toList()) {
                Files.copy(script, migrations.resolve(script.getFileName().toString()));
            }
        }
        Files.writeString(
                migrations.resolve("V5__loyalty.sql"),
                "DO $$BEGIN IF current_database() LIKE '%next%' THEN RAISE 'no loyalty here' USING ERRCODE = '55000'; END IF; END$$;");
        var source = database(production);
        Flyway.configure()
                .dataSource(source.getUrl(), "postgres", "")
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        var usual = TestCloner.settings(folder, production, training);
        var application = new ClonedApplication(
                "filesystem:" + migrations, usual.application().systems());

        var failure = failure(
                TestCloner.withApplication(usual, application),
                OperationPhase.SWAPPING,
                OperationPhase.MIGRATING,
                () -> {});

        assertThat(failure.slug()).isEqualTo("schema-migration-failed");
        assertThat(failure.what())
                .startsWith("A migration of the application failed:")
                .contains("no loyalty here");
    }

    @Test
    void an_empty_source_makes_an_empty_clone_and_a_plan_says_so() throws Exception {
        production = TestEnvironments.emptyProduction();
        try (var cloner = TestCloner.start(folder, production, training)) {
            var plan = cloner.cloner().clones().plan(request("production", "training"), ADA);
            assertThat(plan.tables()).hasSize(12).allMatch(table -> table.rows() == 0);
            assertThat(plan.schemaChanges()).isEmpty();

            var clone = cloner.cloned(request("production", "training"));

            assertThat(rows(database(training), "SELECT count(*) FROM people.profiles"))
                    .containsExactly("0");
            var statistics = cloner.cloner().clones().statistics(clone.id());
            assertThat(statistics.tables()).hasSize(12).allMatch(table -> table.rows() == 0);
            assertThat(statistics.foreignKeysChecked()).isEqualTo(11);
            assertThat(statistics.rowsPerSecond()).isZero();
        }
    }

    @Test
    void a_plan_counts_rows_and_names_rules_and_migrations() {
        execute(training, "DELETE FROM flyway_schema_history WHERE version = '4'");
        try (var cloner = TestCloner.start(folder, production, training)) {
            var plan = cloner.cloner().clones().plan(request("production", "training"), ADA);

            assertThat(plan.schemaChanges()).isEqualTo(List.of("V4 audit"));
            assertThat(plan.estimate()).isPositive();
            assertThat(plan.tables())
                    .contains(new PlannedTable(
                            "conversations.messages", 16, List.of(new PlannedRule("content", "free-text"))))
                    .filteredOn(table -> table.name().equals("audit.audit_logs"))
                    .flatExtracting(PlannedTable::rules)
                    .contains(new PlannedRule("new_values > guest_email", "email"));
            assertThat(cloner.cloner().clones().list(everything()).items()).isEmpty();
        }
    }

    private static OperationFilter everything() {
        return new OperationFilter(Optional.empty(), Optional.empty(), 10, OptionalLong.empty());
    }
}
