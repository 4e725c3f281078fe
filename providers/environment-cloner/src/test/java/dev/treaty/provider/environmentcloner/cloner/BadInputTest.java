package dev.treaty.provider.environmentcloner.cloner;

import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ADA;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.ALL_SYSTEMS;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.database;
import static dev.treaty.provider.environmentcloner.cloner.TestCloner.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.operations.OperationFilter;
import dev.treaty.provider.environmentcloner.refusals.BackupNotFound;
import dev.treaty.provider.environmentcloner.refusals.CloneNotFound;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentNotFound;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.InvalidClone;
import dev.treaty.provider.environmentcloner.refusals.ProfileRefused;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import dev.treaty.provider.environmentcloner.refusals.RoleLacksRights;
import dev.treaty.provider.environmentcloner.refusals.SchemaRefused;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.walls.Walls;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What is wrong is said when it is asked for, and nothing is begun. */
class BadInputTest {

    @TempDir
    private static Path folder;

    private static TestCloner cloner;
    private static Environment training;

    @BeforeAll
    static void start() throws Exception {
        var production = TestEnvironments.emptyProduction();
        training = TestEnvironments.target("training", EnvironmentKind.TRAINING, LoftsDatabases.empty());
        var test = TestEnvironments.target("test", EnvironmentKind.TEST, LoftsDatabases.empty());
        var twin = new Environment(
                "twin",
                "Twin",
                EnvironmentKind.TEST,
                training.url(),
                Optional.of(TestEnvironments.READER),
                Optional.empty());
        var down = new Environment(
                "down",
                "Down",
                EnvironmentKind.TEST,
                "jdbc:postgresql://127.0.0.1:1/down",
                Optional.of(TestEnvironments.READER),
                Optional.of(TestEnvironments.WRITER));
        var newer = LoftsDatabases.empty();
        var edited = LoftsDatabases.empty();
        var half = LoftsDatabases.empty();
        execute(
                half,
                "ALTER DATABASE %s OWNER TO %2$s; GRANT SELECT ON flyway_schema_history TO %2$s"
                        .formatted(half.getDatabaseName(), TestEnvironments.BLIND_WRITER.role()));
        execute(newer, "UPDATE flyway_schema_history SET version = '99' WHERE version = '4'");
        execute(edited, "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '4'");
        var usual = TestCloner.settings(
                folder,
                production,
                training,
                test,
                twin,
                down,
                TestEnvironments.unowned(
                        "blind",
                        EnvironmentKind.STAGING,
                        LoftsDatabases.empty(),
                        TestEnvironments.BLIND_READER,
                        TestEnvironments.READER),
                TestEnvironments.unowned(
                        "half-blind",
                        EnvironmentKind.STAGING,
                        half,
                        TestEnvironments.READER,
                        TestEnvironments.BLIND_WRITER),
                TestEnvironments.target("newer", EnvironmentKind.STAGING, newer),
                TestEnvironments.target("edited", EnvironmentKind.STAGING, edited));
        profile("unknown-column", "tables: {people.profiles: {nickname: email}}");
        profile("unknown-domain", "tables: {people.profiles: {email: e-mail}}");
        profile("unique-name", "tables: {people.profiles: {email: person-name}}");
        var settings = new ClonerSettings(
                usual.application(),
                usual.environments(),
                folder,
                usual.backups(),
                usual.work(),
                usual.running(),
                usual.queued(),
                usual.connections(),
                usual.backupAge(),
                usual.expiryNotice());
        cloner = TestCloner.start(settings, Walls.around(settings.environments()), PhaseListener.NONE);
    }

    private static void profile(String name, String yaml) throws Exception {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private static void execute(PGSimpleDataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterAll
    static void stop() {
        cloner.close();
    }

    @Test
    void environments_must_exist() {
        assertThat(refusal(EnvironmentNotFound.class, request("prod", "training")))
                .hasMessageContaining("/source");
        assertThat(refusal(EnvironmentNotFound.class, request("production", "nowhere")))
                .hasMessageContaining("/target");
    }

    @Test
    void all_that_is_wrong_with_a_request_is_said_at_once() {
        var request = new CloneRequest(
                "production",
                "training",
                List.of("audit", "billing"),
                Optional.empty(),
                Optional.empty(),
                true,
                Map.of("audit", "90 days", "reservations", "P0D", "invoices", "P1D"));

        var refusal = refusal(InvalidClone.class, request);

        assertThat(refusal.errors())
                .containsExactlyInAnyOrder(
                        new InvalidClone.InvalidMember(
                                "/anonymise", "must name a profile, because the source is production"),
                        new InvalidClone.InvalidMember(
                                "/systems/1", "is not one of audit, conversations, reservations"),
                        new InvalidClone.InvalidMember(
                                "/maxAge/audit", "is not a duration above zero as ISO 8601 has it, e.g. P90D"),
                        new InvalidClone.InvalidMember(
                                "/maxAge/reservations", "is not a duration above zero as ISO 8601 has it, e.g. P90D"),
                        new InvalidClone.InvalidMember(
                                "/maxAge/invoices", "is not one of audit, conversations, reservations"));
    }

    @Test
    void a_clone_needs_two_databases() {
        assertThat(refusal(InvalidClone.class, unchanged("training", "training"))
                        .errors())
                .containsExactly(new InvalidClone.InvalidMember("/target", "is the source"));
        assertThat(refusal(InvalidClone.class, unchanged("twin", "training")).errors())
                .containsExactly(new InvalidClone.InvalidMember(
                        "/target", "is the same database as the source, under another name"));
        assertThat(refusal(InvalidClone.class, unchanged("training", "twin")).errors())
                .containsExactly(new InvalidClone.InvalidMember(
                        "/target", "has no role that may replace it, so that it is no target"));
    }

    @Test
    void a_database_that_is_down_is_named() {
        assertThat(refusal(EnvironmentUnreachable.class, unchanged("down", "training")))
                .hasMessageStartingWith("The database of down cannot be used: Connection to 127.0.0.1:1 refused.");
        assertThat(refusal(EnvironmentUnreachable.class, unchanged("training", "down"))
                        .environment())
                .isEqualTo("down");
        var check = cloner.cloner().environments().check("down");
        assertThat(check.reachable()).isFalse();
        assertThat(check.problems()).extracting(problem -> problem.slug()).containsExactly("environment-unreachable");
    }

    @Test
    void what_a_role_may_not_do_is_found_by_a_check_and_not_when_a_clone_is_half_done() {
        var check = cloner.cloner().environments().check("blind");
        assertThat(check.reachable()).isTrue();
        assertThat(check.canRead()).isFalse();
        assertThat(check.canWrite()).isFalse();
        var unreadable =
                refusal(RoleLacksRights.class, unchanged("blind", "training")).failure();
        var irreplaceable =
                refusal(RoleLacksRights.class, unchanged("training", "blind")).failure();
        assertThat(check.problems()).containsExactly(unreadable, irreplaceable);
        assertThat(unreadable)
                .isEqualTo(new Failure(
                        "source-is-not-readable",
                        "The role that reads blind cannot read all of it: policies hide rows of conversations.conversation_participants from it,"
                                + " policies hide rows of conversations.messages from it.",
                        "the role in the database of blind",
                        "make it a member of pg_read_all_data, and let it see all rows: ALTER ROLE … BYPASSRLS"));
        assertThat(irreplaceable)
                .isEqualTo(
                        new Failure(
                                "target-is-not-replaceable",
                                "The role that replaces blind cannot do so: it does not own the database, it may not create databases,"
                                        + " it may not end sessions of other roles.",
                                "the role in the database of blind",
                                "make it the owner of the database and a member of pg_signal_backend, and let it create databases: ALTER ROLE … CREATEDB"));
    }

    @Test
    void a_role_that_cannot_read_the_target_cannot_keep_it_as_a_file() {
        var file = new CloneRequest(
                "training", "half-blind", ALL_SYSTEMS, Optional.empty(), Optional.of(BackupKind.FILE), true, Map.of());

        assertThat(refusal(RoleLacksRights.class, file).failure().what())
                .startsWith(
                        "The role that replaces half-blind cannot keep it as a file: it may not read audit.audit_logs,")
                .endsWith("more.");
        assertThat(cloner.cloner()
                        .clones()
                        .plan(unchanged("training", "half-blind"), ADA)
                        .tables())
                .isNotEmpty();
    }

    @Test
    void a_profile_must_exist_and_fit() {
        assertThat(refusal(ProfileRefused.class, with("../training")).failure().slug())
                .isEqualTo("unknown-profile");
        assertThat(refusal(ProfileRefused.class, with("unknown-column")).problems())
                .containsExactly("There is no column people.profiles.nickname.");
        assertThat(refusal(ProfileRefused.class, with("unknown-domain"))).hasMessage("""
                There is no kind of personal data "e-mail".
                  where: unknown-domain.yaml, tables > people.profiles > email
                  fix:   write one of person-name, email, phone, address, ip-address, free-text""");
        assertThat(refusal(ProfileRefused.class, with("unique-name")).problems())
                .containsExactly(
                        "people.profiles.email is unique, and two values may get one pseudonym of the kind person-name.");
    }

    @Test
    void the_application_of_the_target_must_know_the_schema() {
        assertThat(refusal(SchemaRefused.class, unchanged("newer", "training")))
                .hasMessageStartingWith(
                        "The source has the migration V99 audit, which the application of the target does not know.");
        assertThat(refusal(SchemaRefused.class, unchanged("edited", "training")))
                .hasMessageStartingWith(
                        "The source has another migration V4 audit than the application of the target.");
    }

    @Test
    void what_is_asked_for_must_exist() {
        assertThatThrownBy(() -> cloner.cloner().clones().find("cln_1")).isInstanceOf(CloneNotFound.class);
        assertThatThrownBy(() -> cloner.cloner().clones().cancel("cln_1", ADA)).isInstanceOf(CloneNotFound.class);
        assertThatThrownBy(() -> cloner.cloner().clones().statistics("cln_1")).isInstanceOf(CloneNotFound.class);
        assertThatThrownBy(() -> cloner.cloner().backups().find("bak_1")).isInstanceOf(BackupNotFound.class);
        assertThatThrownBy(() -> cloner.cloner().environments().find("nowhere"))
                .isInstanceOf(EnvironmentNotFound.class);
    }

    /** Refused as a clone and as a plan; nothing is queued and no session is left. */
    private static <R extends Refusal> R refusal(Class<R> type, CloneRequest request) {
        var refusal = catchThrowableOfType(type, () -> cloner.start(request));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThatThrownBy(() -> cloner.cloner().clones().plan(request, ADA)).isInstanceOf(type);
        assertThat(cloner.cloner()
                        .clones()
                        .list(new OperationFilter(Optional.empty(), Optional.empty(), 10, OptionalLong.empty()))
                        .items())
                .isEmpty();
        assertThat(TestCloner.rows(database(training), "SELECT count(*) FROM people.profiles"))
                .containsExactly("0");
        return refusal;
    }

    private static CloneRequest with(String profile) {
        return new CloneRequest(
                "production", "training", ALL_SYSTEMS, Optional.of(profile), Optional.empty(), true, Map.of());
    }

    /** Not anonymised. */
    private static CloneRequest unchanged(String source, String target) {
        return new CloneRequest(source, target, ALL_SYSTEMS, Optional.empty(), Optional.empty(), true, Map.of());
    }
}
