package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ALL_SYSTEMS;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.TableStatistics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every choice of systems with every combination of the other options: the clone has what was asked for, and all keys hold. All 112 at night, and in
 * each build eight in which each choice of systems is, and any three of the other options are in every combination.
 */
@Execution(ExecutionMode.SAME_THREAD)
class OptionCombinationsTest {

    /** The tables of each system, which have rows in the source whatever their age. */
    private static final Map<String, String> TABLES = Map.of(
            "audit", "audit.audit_logs",
            "conversations", "conversations.messages",
            "reservations", "reservations.reservations");

    /** So that some rows of the sample are too old at the time of the test, and some are not. */
    private static final Map<String, String> AGES =
            Map.of("audit", "P3D", "conversations", "P31DT11H35M", "reservations", "P2Y14D");

    private static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");

    @TempDir
    private static Path folder;

    private static Environment staging;
    private static Environment training;
    private static TestCloner cloner;

    @BeforeAll
    static void start() throws Exception {
        staging = TestEnvironments.target("staging", EnvironmentKind.STAGING, LoftsDatabases.withRows(100));
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.empty());
        cloner = TestCloner.start(folder, staging, training);
        cloner.clock().advance(Duration.between(cloner.clock().instant(), NOW));
    }

    @AfterAll
    static void stop() {
        cloner.close();
    }

    /** Of four options, three are in every combination, whichever they are, if the fourth is on when an even number of the others is. */
    static Stream<CloneRequest> some() {
        var systems = systems().toList();
        return IntStream.range(0, 8).mapToObj(bits -> {
            var isLimited = Integer.bitCount(bits) % 2 == 0;
            return request(
                    systems.get(bits % systems.size()), (bits & 1) == 1, (bits & 2) == 2, (bits & 4) == 4, isLimited);
        });
    }

    static Stream<CloneRequest> all() {
        return systems()
                .flatMap(systems -> Stream.of(true, false)
                        .flatMap(anonymise -> Stream.of(true, false)
                                .flatMap(backup -> Stream.of(true, false)
                                        .flatMap(validate -> Stream.of(true, false)
                                                .map(isLimited ->
                                                        request(systems, anonymise, backup, validate, isLimited))))));
    }

    private static Stream<List<String>> systems() {
        var choices = new ArrayList<List<String>>();
        for (var bits = 1; bits < 1 << ALL_SYSTEMS.size(); bits++) {
            var choice = new ArrayList<String>();
            for (var i = 0; i < ALL_SYSTEMS.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(ALL_SYSTEMS.get(i));
                }
            }
            choices.add(choice);
        }
        return choices.stream();
    }

    private static CloneRequest request(
            List<String> systems, boolean anonymise, boolean backup, boolean validate, boolean isLimited) {
        return new CloneRequest(
                "staging",
                "training",
                systems,
                anonymise ? Optional.of("training") : Optional.empty(),
                backup ? Optional.of(BackupKind.DATABASE) : Optional.empty(),
                validate,
                isLimited ? AGES : Map.of());
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("all")
    void a_clone_with_any_options_has_what_was_asked_for(CloneRequest request) {
        a_clone_has_what_was_asked_for(request);
    }

    @ParameterizedTest
    @MethodSource("some")
    void a_clone_has_what_was_asked_for(CloneRequest request) {
        var clone = cloner.cloned(request);

        assertThat(clone.backup().isPresent()).isEqualTo(request.backup().isPresent());
        for (var system : ALL_SYSTEMS) {
            var all = count(staging, system);
            var there = count(training, system);
            if (!request.systems().contains(system)) {
                assertThat(there).as(system).isZero();
                assertThat(cloner.cloner().clones().statistics(clone.id()).tables())
                        .filteredOn(table -> table.name().equals(TABLES.get(system)))
                        .extracting(TableStatistics::note)
                        .containsExactly("empty, because the system %s was not asked for".formatted(system));
            } else if (request.maxAge().isEmpty()) {
                assertThat(there).as(system).isEqualTo(all);
            } else {
                assertThat(there).as(system).isBetween(1, all - 1);
            }
        }
        assertThat(rows(database(training), "SELECT conname FROM pg_constraint WHERE NOT convalidated"))
                .isEmpty();
        var emails = "SELECT email FROM people.profiles";
        if (request.profile().isPresent()) {
            assertThat(rows(database(training), emails)).doesNotContainAnyElementsOf(rows(database(staging), emails));
        } else {
            assertThat(rows(database(training), emails)).hasSameElementsAs(rows(database(staging), emails));
        }
    }

    private static int count(Environment environment, String system) {
        return Integer.parseInt(rows(database(environment), "SELECT count(*) FROM " + TABLES.get(system))
                .get(0));
    }
}
