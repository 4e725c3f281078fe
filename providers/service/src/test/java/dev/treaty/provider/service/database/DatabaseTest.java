package dev.treaty.provider.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.http.HttpService;
import dev.treaty.provider.service.http.ReadinessCheck;
import io.restassured.RestAssured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @Test
    void an_embedded_database_is_migrated_and_responds() {
        try (var database = Database.open("library", Optional.empty())) {
            var titles = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT title FROM book")
                            .mapTo(String.class)
                            .list());

            assertThat(titles).containsExactly("Moby-Dick");
            assertThat(database.responds()).isTrue();
        }
    }

    /** The one for macOS contains both architectures. */
    @ParameterizedTest
    @ValueSource(
            strings = {"linux-x86_64", "linux-x86_64-alpine_linux", "linux-arm_64", "darwin-x86_64", "windows-x86_64"})
    void there_are_binaries_for_every_developers_machine(String platform) {
        assertThat(EmbeddedPostgres.class.getResource("/postgres-" + platform + ".txz"))
                .isNotNull();
    }

    @Test
    void a_url_with_credentials_is_split_up() {
        var url = DatabaseUrl.parse("postgres://ann:p%40s+s@db.example:6432/auth?sslmode=require");

        assertThat(url)
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example:6432/auth?sslmode=require", "ann", "p@s+s"));
        assertThat(url.toString()).doesNotContain("p@s+s");
    }

    @Test
    void a_jdbc_url_is_not_changed() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db.example/auth?ssl=true")
                        .jdbc())
                .isEqualTo("jdbc:postgresql://db.example/auth?ssl=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:s3cret@db.example/books",
                "jdbc:mysql://db.example/books?password=s3cret",
                "jdbc:postgresql://ann:s3cret@db.example/books",
                "postgres://ann:s3cret with blanks@db.example/books",
                "postgres:///s3cret",
                "s3cret"
            })
    void a_url_of_something_else_is_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> Database.open("library", Optional.of(url)))
                .isInstanceOf(CannotStart.class)
                .hasNoCause()
                .hasMessage("""
                        The database's address is not that of a PostgreSQL.
                          where: DATABASE_URL (not shown, because it may contain a password)
                          fix:   write it like postgres://user:password@db.example:5432/name, with special characters in the password percent-encoded""");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://ann:s3cret@127.0.0.1:1/books, Connection to 127.0.0.1:1 refused",
        "jdbc:postgresql://127.0.0.1:1/books?password=s3cret, Connection to 127.0.0.1:1 refused",
        "jdbc:postgresql://127.0.0.1:many/books?password=s3cret, No suitable driver"
    })
    void an_unreachable_database_is_reported_without_its_password(String url, String reason) {
        assertThatThrownBy(() -> Database.open("library", Optional.of(url)))
                .isInstanceOf(CannotStart.class)
                .hasNoCause()
                .hasMessageStartingWith("The database cannot be used: " + reason)
                .hasMessageContaining("where: DATABASE_URL (not shown, because it may contain a password)")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void no_connection_stays_open_after_a_failed_migration() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            var jdbi = Jdbi.create(server.getPostgresDatabase());
            jdbi.useHandle(handle -> handle.execute("CREATE TABLE book (title INTEGER)"));

            assertThatThrownBy(() -> Database.open("library", Optional.of(url)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("The database could not be migrated to the schema that library needs: ")
                    .hasMessageContaining("the migrations in db/library");

            await().untilAsserted(() -> assertThat(jdbi.<Integer, RuntimeException>withHandle(
                            handle -> handle.createQuery("SELECT count(*) FROM pg_stat_activity"
                                            + " WHERE datname = 'postgres' AND pid <> pg_backend_pid()")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isZero());
        }
    }

    /** Whatever another client of the database holds. */
    @Test
    void a_statement_that_waits_for_a_lock_is_ended_and_the_service_says_that_it_is_too_busy() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            var database = Database.open("library", Optional.of(url), Duration.ofSeconds(1));
            try (var other = server.getPostgresDatabase().getConnection();
                    var service = HttpService.named("library", ServiceOptions.embedded())
                            .closes(database)
                            .routes(routes -> routes.get("/books", context -> context.json(titles(database))))
                            .start()) {
                other.setAutoCommit(false);
                other.createStatement().execute("LOCK TABLE book IN ACCESS EXCLUSIVE MODE");

                RestAssured.get(service.url() + "/books")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "1")
                        .body("type", equalTo("https://treaty.dev/problems/too-busy"));

                other.rollback();
                RestAssured.get(service.url() + "/books")
                        .then()
                        .statusCode(200)
                        .body("", equalTo(List.of("Moby-Dick")));
            }
        }
    }

    private static List<String> titles(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT title FROM book")
                        .mapTo(String.class)
                        .list());
    }

    /** A machine that is gone answers nothing, not even the request to end a statement. */
    @Test
    void a_database_that_falls_silent_keeps_no_thread() throws Exception {
        try (var server = EmbeddedPostgres.start();
                var network = SilentProxy.to(server.getPort())) {
            var url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(network.port());
            try (var database = Database.open("library", Optional.of(url), Duration.ofSeconds(1))) {
                assertThat(titles(database)).containsExactly("Moby-Dick");

                network.fallSilent();

                assertThatThrownBy(() -> titles(database)).isInstanceOf(JdbiException.class);
            }
        }
    }

    @Test
    void a_service_is_not_ready_while_its_database_is_down() throws Exception {
        var server = EmbeddedPostgres.start();
        var database = Database.open("library", Optional.of(server.getJdbcUrl("postgres", "postgres")));
        try (var service = HttpService.named("library", ServiceOptions.embedded())
                .needs(ReadinessCheck.of("database", database::responds))
                .closes(database)
                .start()) {
            RestAssured.get(service.url() + "/health/ready").then().statusCode(200);

            server.close();

            RestAssured.get(service.url() + "/health/live").then().statusCode(200);
            RestAssured.get(service.url() + "/health/ready")
                    .then()
                    .statusCode(503)
                    .body("missing", equalTo(List.of("database")));
        }
    }
}
