package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backup that cannot be restored is refused, and the environment stays as it is. */
@ResourceLock(TestCloner.ENVIRONMENTS)
@Execution(ExecutionMode.SAME_THREAD)
class RefusedRestorationsTest {

    @AfterEach
    void leave() {
        TestCloner.leave();
    }

    @ParameterizedTest
    @CsvSource({
        "training, file, corrupt, 409, backup-is-corrupt",
        "training, file, expired, 410, backup-is-expired",
        "training, database, expired, 410, backup-is-expired",
        "production, database, usable, 403, production-is-never-a-target"
    })
    void a_backup_that_cannot_be_restored(String environment, String kind, String state, int status, String slug)
            throws SQLException {
        var backup = TestCloner.enter(
                        "a backup exists", Map.of("environment", environment, "kind", kind, "state", state))
                .get("backup");

        refused(String.valueOf(backup), status, slug);
    }

    @Test
    void a_backup_of_a_target_in_use() throws SQLException {
        var backup = TestCloner.enter(
                        "a backup exists", Map.of("environment", "training", "kind", "database", "state", "usable"))
                .get("backup");
        TestCloner.enter("a clone is copying", Map.of("source", "production", "target", "training"));

        refused(String.valueOf(backup), 409, "target-is-being-cloned");
    }

    @Test
    void a_backup_that_does_not_exist() throws SQLException {
        refused("bak_99", 404, "backup-not-found");
        refused("bak_%27", 404, "backup-not-found");
    }

    private static void refused(String backup, int status, String slug) throws SQLException {
        var before = Databases.fingerprint();

        TestCloner.as("operator")
                .post("/backups/" + backup + "/restorations")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/" + slug))
                .body("detail", matchesPattern(".+"))
                .body("instance", matchesPattern("/backups/.*/restorations"))
                .body("fix", matchesPattern(".+"));

        assertThat(Databases.fingerprint()).isEqualTo(before);
    }
}
