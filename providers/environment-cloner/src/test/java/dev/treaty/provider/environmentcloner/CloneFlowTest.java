package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a caller does with a clone, from the plan to the restoration of what was there before, all of it over HTTP. */
@ResourceLock(TestCloner.ENVIRONMENTS)
@Execution(ExecutionMode.SAME_THREAD)
class CloneFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> FINAL = Set.of("completed", "cancelled", "failed");

    @AfterEach
    void leave() {
        TestCloner.leave();
    }

    @Test
    void production_is_planned_cloned_looked_at_and_taken_back() throws SQLException {
        var before = people("training");
        planned();

        var accepted = TestCloner.clone(CloneBody.usual(), UUID.randomUUID().toString());
        accepted.then()
                .statusCode(202)
                .header("Location", equalTo("/clones/" + accepted.path("id")))
                .header("Retry-After", equalTo("1"))
                .body("id", matchesPattern("cln_[A-Za-z0-9]+"));
        var clone = accepted.header("Location");
        var ended = ended(clone);

        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("completed");
        assertThat(ended.getInt("progress.percent")).isEqualTo(100);
        assertThat(people("training"))
                .hasSameSizeAs(people("production"))
                .doesNotContainAnyElementsOf(people("production"));
        copied(clone);
        TestCloner.as("viewer")
                .get("/environments/training")
                .then()
                .body("clonedFrom", equalTo("production"))
                .body("state", equalTo("ready"));

        restore(ended.getString("backup"));
        assertThat(people("training")).isEqualTo(before);
    }

    private static void planned() {
        TestCloner.as("viewer")
                .contentType("application/json")
                .body(CloneBody.usual())
                .post("/clones?dryRun=true")
                .then()
                .statusCode(200)
                .body("tables.name", hasItems("people.profiles", "audit.audit_logs"))
                .body("tables.find { it.name == 'people.profiles' }.rules.domain", hasItem("person-name"))
                .body("unclassified", equalTo(List.of()))
                .body("estimate", matchesPattern("PT.+"));
    }

    private static void copied(String clone) {
        TestCloner.as("viewer")
                .get(clone + "/statistics")
                .then()
                .statusCode(200)
                .body("tables.find { it.name == 'people.profiles' }.anonymised", greaterThan(0))
                .body("foreignKeysChecked", greaterThan(0))
                .body("survivors", equalTo(0));
        TestCloner.as("viewer")
                .get(clone + "/log?level=info&limit=1000")
                .then()
                .statusCode(200)
                .body("entries.phase", hasItems("checking", "migrating", "copying", "validating", "swapping"))
                .body("entries.message", everyItem(matchesPattern("(?s).+\\.")))
                .body("next", equalTo(null));
    }

    private static void restore(String backup) {
        TestCloner.as("viewer")
                .get("/backups?environment=training")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(backup));
        TestCloner.as("viewer").get("/backups/" + backup).then().statusCode(200).body("state", equalTo("usable"));

        var restoration = TestCloner.as("operator").post("/backups/" + backup + "/restorations");
        restoration.then().statusCode(202).body("backup", equalTo(backup));
        var ended = ended(restoration.header("Location"));

        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("completed");
        assertThat(ended.getString("environment")).isEqualTo("training");
    }

    @Test
    void a_clone_that_copies_is_followed_and_cancelled() throws SQLException {
        var before = people("training");
        var clone = "/clones/"
                + TestCloner.enter("a clone is copying", Map.of("source", "production", "target", "training"))
                        .get("clone");
        TestCloner.as("viewer")
                .get(clone)
                .then()
                .statusCode(200)
                .header("Retry-After", equalTo("1"))
                .body("state", equalTo("running"))
                .body("phase", equalTo("copying"))
                .body("progress.percent", greaterThan(0));
        TestCloner.as("viewer").get(clone + "/statistics").then().statusCode(409);

        TestCloner.as("operator")
                .post(clone + "/cancellation")
                .then()
                .statusCode(202)
                .body("state", equalTo("cancelling"));
        TestCloner.leave();
        var ended = ended(clone);

        assertThat(ended.getString("state")).isEqualTo("cancelled");
        assertThat(people("training")).isEqualTo(before);
        assertThat(Databases.query("postgres", "SELECT datname FROM pg_database"))
                .doesNotContain("training_next");
        TestCloner.as("operator")
                .post(clone + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://treaty.dev/problems/clone-is-over"));
    }

    @Test
    void a_restoration_is_cancelled_before_it_has_changed_anything() throws SQLException {
        var backup = TestCloner.enter(
                        "a backup exists", Map.of("environment", "training", "kind", "database", "state", "usable"))
                .get("backup");
        var before = people("training");
        TestCloner.enter("a clone is copying", Map.of("source", "production", "target", "test"));
        var restoration = TestCloner.as("operator")
                .post("/backups/" + backup + "/restorations")
                .header("Location");

        TestCloner.as("operator")
                .post(restoration + "/cancellation")
                .then()
                .statusCode(202)
                .header("Location", equalTo(restoration));

        var ended = ended(restoration);
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("failure.type")).isEqualTo("https://treaty.dev/problems/restoration-was-cancelled");
        assertThat(ended.getString("failure.detail"))
                .isEqualTo("usr_operator cancelled the restoration. training is as it was.");
        assertThat(people("training")).isEqualTo(before);
        TestCloner.as("operator")
                .post(restoration + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://treaty.dev/problems/restoration-is-over"));
    }

    /** The former database is kept as a file, which can be had back, too. */
    @Test
    void a_backup_can_be_a_file() throws SQLException {
        var before = people("training");
        var accepted = TestCloner.clone(
                CloneBody.with("backup", "file"), UUID.randomUUID().toString());
        var ended = ended(accepted.header("Location"));

        TestCloner.as("viewer")
                .get("/backups/" + ended.getString("backup"))
                .then()
                .body("kind", equalTo("file"))
                .body("checksum", matchesPattern("sha-256:[0-9a-f]{64}"));
        restore(ended.getString("backup"));
        assertThat(people("training")).isEqualTo(before);
    }

    @Test
    void an_environment_is_checked() {
        TestCloner.as("viewer")
                .post("/environments/production/checks")
                .then()
                .statusCode(200)
                .body("reachable", equalTo(true))
                .body("canRead", equalTo(true))
                .body("canWrite", equalTo(false))
                .body("schemaVersion", equalTo("4"))
                .body("problems", equalTo(List.of()));
    }

    private static JsonPath ended(String location) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TestCloner.as("viewer").get(location).jsonPath(),
                        seen -> FINAL.contains(seen.getString("state")));
    }

    private static List<String> people(String environment) throws SQLException {
        return Databases.query(environment, "SELECT email FROM people.profiles ORDER BY id");
    }
}
