package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.backups.Backup;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class BackupsPactTest {

    private static final Instant EXPIRY = Examples.NOW.plus(Duration.ofDays(30));

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact backupsAreListed(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.backup(cloner, "bak_42", TRAINING, "usable"),
                        "a request for the backups of an environment",
                        "GET",
                        "/backups")
                .query("environment=training")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(list -> list.arrayContaining(
                                "items",
                                items -> items.object(backup -> {
                                    backup.stringMatcher("id", ClonerContract.BACKUP_ID, "bak_42");
                                    backup.stringValue("environment", "training");
                                    backup.stringMatcher("takenAt", ClonerContract.TIME, Examples.NOW.toString());
                                    backup.integerType("size", 155_189_248);
                                    backup.stringValue("kind", "file");
                                    backup.stringMatcher(
                                            "checksum", "sha-256:[0-9a-f]{64}", "sha-256:" + "0f".repeat(32));
                                    backup.stringValue("state", "usable");
                                    backup.stringMatcher("expiresAt", ClonerContract.TIME, EXPIRY.toString());
                                })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "backupsAreListed")
    void a_backup_says_whether_it_can_be_restored_and_until_when(MockServer cloner) {
        assertThat(at(cloner).backups().of(TRAINING))
                .containsExactly(new Backup(
                        "bak_42",
                        TRAINING,
                        Examples.NOW,
                        155_189_248,
                        Backup.Kind.FILE,
                        Optional.of("sha-256:" + "0f".repeat(32)),
                        Backup.State.USABLE,
                        Optional.of(EXPIRY)));
    }
}
