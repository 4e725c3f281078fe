package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each clone that cannot be is refused with a document that says what, where and how to fix it, and changes nothing. */
@ResourceLock(TestCloner.ENVIRONMENTS)
@Execution(ExecutionMode.SAME_THREAD)
class RefusedClonesTest {

    @AfterEach
    void leave() {
        TestCloner.leave();
    }

    @Test
    void an_unknown_source_or_target() throws SQLException {
        refused(CloneBody.with("source", "staging"), 404, "environment-not-found")
                .body("detail", containsString("staging"))
                .body("fix", containsString("production, training, test"));
        refused(CloneBody.with("target", "staging"), 404, "environment-not-found");
    }

    @Test
    void the_same_source_and_target() throws SQLException {
        var body = CloneBody.with("source", "training");

        invalid(body, "/target");
    }

    @Test
    void an_unknown_system() throws SQLException {
        invalid(CloneBody.with("systems", List.of("audit", "billing")), "/systems/1")
                .body("errors[0].detail", containsString("audit, conversations, reservations"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ninety days", "90", "P", "-P1D", "P1"})
    void a_maximal_age_that_is_no_duration(String age) throws SQLException {
        invalid(CloneBody.with("maxAge", age), "/maxAge");
        invalid(CloneBody.with("maxAge", Map.of("audit", age)), "/maxAge/audit");
    }

    @Test
    void production_without_anonymisation() throws SQLException {
        invalid(CloneBody.with("anonymise", null), "/anonymise");
    }

    @Test
    void production_as_a_target() throws SQLException {
        var body = CloneBody.with("target", "production");
        body.put("source", "test");

        refused(body, 403, "production-is-never-a-target")
                .body("wall", equalTo("kind"))
                .body("environment", equalTo("production"));
    }

    @Test
    void production_as_a_target_under_another_host_name() throws SQLException {
        var body = CloneBody.with("target", TestCloner.LOOKALIKE);
        body.put("source", "test");

        refused(body, 403, "production-is-never-a-target").body("wall", equalTo("server-identity"));
    }

    @Test
    void a_source_whose_role_could_write() throws SQLException {
        TestCloner.enter("the role of a source can write", Map.of("environment", "production"));

        refused(CloneBody.usual(), 403, "source-is-not-read-only")
                .body("wall", equalTo("source-privileges"))
                .body("detail", containsString("audit.audit_logs"));
    }

    @Test
    void a_profile_that_does_not_exist() throws SQLException {
        refused(CloneBody.with("anonymise", Map.of("profile", "holidays")), 422, "unknown-profile");
        refused(CloneBody.with("anonymise", Map.of("profile", "../profiles/training")), 422, "unknown-profile");
    }

    @Test
    void a_profile_with_an_unknown_column() throws SQLException {
        refused(CloneBody.with("anonymise", Map.of("profile", TestProfiles.UNKNOWN_COLUMN)), 422, "invalid-profile")
                .body("problems", hasItem(containsString("people.profiles.nickname")));
    }

    @Test
    void a_profile_with_an_unknown_domain() throws SQLException {
        refused(CloneBody.with("anonymise", Map.of("profile", TestProfiles.UNKNOWN_DOMAIN)), 422, "invalid-profile")
                .body("detail", containsString("e-mail-address"))
                .body("where", containsString("people.profiles > email"));
    }

    @Test
    void a_schema_that_the_application_of_the_target_does_not_know() throws SQLException {
        Databases.execute(
                "production",
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'loyalty', 'SQL', 'V99__loyalty.sql', 0,"
                        + " current_user, now(), 1, true");
        try {
            refused(CloneBody.usual(), 422, "schema-is-unknown").body("detail", containsString("99"));
        } finally {
            Databases.execute("production", "DELETE FROM flyway_schema_history WHERE version = '99'");
        }
    }

    @Test
    void a_target_in_use() throws SQLException {
        var clone = TestCloner.enter("a clone is copying", Map.of("source", "production", "target", "training"))
                .get("clone");

        refused(CloneBody.usual(), 409, "target-is-being-cloned").body("clone", equalTo(clone));
    }

    @Test
    void more_clones_than_may_wait() throws SQLException {
        TestCloner.enter("no more clones are accepted", Map.of());

        var response = refused(CloneBody.usual(), 429, "too-many-clones");

        response.header("Retry-After", matchesPattern("[1-9][0-9]*"));
    }

    @Test
    void an_unreachable_environment() throws SQLException {
        TestCloner.enter("an environment is unreachable", Map.of("id", "training"));
        try {
            var response = TestCloner.clone(CloneBody.usual(), key());
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(503);
            response.then()
                    .body("type", equalTo("https://treaty.dev/problems/environment-unreachable"))
                    .body("fix", matchesPattern(".+"));
        } finally {
            TestCloner.leave();
        }
    }

    @Test
    void all_that_is_wrong_with_a_body_is_told_at_once() throws SQLException {
        invalid(
                Map.of("systems", List.of(), "anonymize", Map.of(), "backup", "maybe", "validate", 1, "maxAge", 90),
                "/anonymize",
                "/source",
                "/target",
                "/systems",
                "/backup",
                "/validate",
                "/maxAge");
        invalid(CloneBody.with("anonymise", "training"), "/anonymise");
        invalid(CloneBody.with("anonymise", Map.of()), "/anonymise/profile");
        invalid(CloneBody.with("anonymise", Map.of("profile", "training", "ro/les", 1)), "/anonymise/ro~1les");
        invalid(CloneBody.with("systems", List.of("audit", 1)), "/systems/1");
        invalid(CloneBody.with("systems", "audit"), "/systems");
        invalid(CloneBody.with("source", " "), "/source");
        invalid(CloneBody.without("systems"), "/systems");
    }

    @Test
    void a_body_that_is_no_json_object() {
        for (var body : List.of("", "[]", "{\"source\":", "{\"source\":\"a\",\"source\":\"b\"}")) {
            TestCloner.as("operator")
                    .header("Idempotency-Key", key())
                    .contentType("application/json")
                    .body(body)
                    .post("/clones")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("https://treaty.dev/problems/unreadable-body"));
        }
        TestCloner.as("operator")
                .header("Idempotency-Key", key())
                .contentType("text/plain")
                .body("production into training")
                .post("/clones")
                .then()
                .statusCode(415);
    }

    /** A plan is refused for the same reasons. */
    @Test
    void a_plan_of_what_cannot_be() throws SQLException {
        var before = Databases.fingerprint();
        TestCloner.as("viewer")
                .contentType("application/json")
                .body(CloneBody.with("target", "production"))
                .post("/clones?dryRun=true")
                .then()
                .statusCode(403)
                .body("type", equalTo("https://treaty.dev/problems/production-is-never-a-target"));
        assertThat(Databases.fingerprint()).isEqualTo(before);
    }

    private static ValidatableResponse invalid(Map<String, ? extends @Nullable Object> body, String... pointers)
            throws SQLException {
        var response = refused(body, 422, "invalid-clone");
        assertThat(response.extract().jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(pointers);
        return response;
    }

    private static ValidatableResponse refused(Map<String, ? extends @Nullable Object> body, int status, String slug)
            throws SQLException {
        var before = Databases.fingerprint();

        var response = TestCloner.clone(body, key())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", matchesPattern("[A-Z].*[^.]"))
                .body("detail", matchesPattern(".+"))
                .body("instance", equalTo("/clones"))
                .body("fix", matchesPattern(".+"));

        assertThat(Databases.fingerprint()).isEqualTo(before);
        return response;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
