package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.STARTED;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.backups.Restoration;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class RestorationPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupIsRestored(PactDslWithProvider cloner) {
        return restore(
                        ProviderStates.backup(cloner, "bak_42", TRAINING, "usable"),
                        "a request to restore a backup",
                        "bak_42")
                .willRespondWith()
                .status(202)
                .matchHeader(
                        "Location",
                        "/backups/" + ClonerContract.BACKUP_ID + "/restorations/" + ClonerContract.RESTORATION_ID,
                        "/backups/bak_42/restorations/rst_42")
                .body(newJsonBody(restoration -> {
                            started(restoration);
                            restoration.stringMatcher("state", "running|completed", "running");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupIsRestored")
    void a_restoration_takes_a_moment(MockServer cloner) {
        assertThat(at(cloner).backups().restore("bak_42"))
                .isEqualTo(restoration(Restoration.State.RUNNING, Optional.empty()));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact restorationIsCompleted(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.ready(cloner)
                                .given(
                                        "a restoration is completed",
                                        Map.of("restoration", "rst_42", "backup", "bak_42", "environment", TRAINING)),
                        "a request for a restoration that is completed",
                        "GET",
                        "/backups/${backup}/restorations/${restoration}",
                        Map.of("backup", "bak_42", "restoration", "rst_42"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(restoration -> {
                            started(restoration);
                            restoration.stringValue("state", "completed");
                            restoration.stringMatcher("finishedAt", ClonerContract.TIME, Examples.NOW.toString());
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "restorationIsCompleted")
    void a_completed_restoration_is_over(MockServer cloner) {
        assertThat(at(cloner).backups().restoration("bak_42", "rst_42"))
                .isEqualTo(restoration(Restoration.State.COMPLETED, Optional.of(Examples.NOW)));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupIsCorrupt(PactDslWithProvider cloner) {
        return restore(
                        ProviderStates.backup(cloner, "bak_43", TRAINING, "corrupt"),
                        "a request to restore a backup that is corrupt",
                        "bak_43")
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(problem(
                        "backup-is-corrupt",
                        409,
                        "The backup is corrupt",
                        "The checksum of reservations.reservations is not that of the day it was taken",
                        "restore another backup; this one is of no use"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupIsCorrupt")
    void a_corrupt_backup_is_not_restored(MockServer cloner) {
        assertThat(refusal(cloner, "bak_43").problem().type()).isEqualTo(ProblemType.BACKUP_IS_CORRUPT);
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupIsExpired(PactDslWithProvider cloner) {
        return restore(
                        ProviderStates.backup(cloner, "bak_44", TRAINING, "expired"),
                        "a request to restore a backup that is expired",
                        "bak_44")
                .willRespondWith()
                .status(410)
                .headers(Problem.HEADERS)
                .body(problem(
                        "backup-is-expired",
                        410,
                        "The backup is expired",
                        "It was deleted on 2026-01-14",
                        "clone again"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupIsExpired")
    void an_expired_backup_is_gone(MockServer cloner) {
        assertThat(refusal(cloner, "bak_44").problem().type()).isEqualTo(ProblemType.BACKUP_IS_EXPIRED);
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupIsOfProduction(PactDslWithProvider cloner) {
        return restore(
                        ProviderStates.backup(cloner, "bak_45", PRODUCTION, "usable"),
                        "a request to restore a backup of production",
                        "bak_45")
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(problem(
                        "production-is-never-a-target",
                        403,
                        "Production is never a target",
                        "The backup is of the environment production",
                        "have production's own administrators restore it"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupIsOfProduction")
    void production_is_not_restored_either(MockServer cloner) {
        assertThat(refusal(cloner, "bak_45").problem().type()).isEqualTo(ProblemType.PRODUCTION_IS_NEVER_A_TARGET);
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupIsUnknown(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.operator(cloner).given("no backup exists", Map.of("backup", "bak_99")),
                        "a request to restore a backup that does not exist",
                        "POST",
                        "/backups/bak_99/restorations")
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(problem(
                        "backup-not-found",
                        404,
                        "There is no such backup",
                        "No backup has the id bak_99",
                        "list the backups of the environment to find it"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupIsUnknown")
    void an_unknown_backup_is_refused(MockServer cloner) {
        assertThat(refusal(cloner, "bak_99").problem().type()).isEqualTo(ProblemType.BACKUP_NOT_FOUND);
    }

    private static PactDslRequestWithPath restore(PactDslWithState state, String description, String backup) {
        return call(state, description, "POST", "/backups/${backup}/restorations", Map.of("backup", backup));
    }

    private static void started(LambdaDslObject restoration) {
        restoration.stringMatcher("id", ClonerContract.RESTORATION_ID, "rst_42");
        restoration.stringMatcher("backup", ClonerContract.BACKUP_ID, "bak_42");
        restoration.stringValue("environment", "training");
        restoration.stringMatcher("startedAt", ClonerContract.TIME, STARTED.toString());
    }

    private static Restoration restoration(Restoration.State state, Optional<Instant> finishedAt) {
        return new Restoration("rst_42", "bak_42", TRAINING, state, STARTED, finishedAt, Optional.empty());
    }

    private static Refused refusal(MockServer cloner, String backup) {
        var backups = at(cloner).backups();

        return catchThrowableOfType(Refused.class, () -> backups.restore(backup));
    }
}
