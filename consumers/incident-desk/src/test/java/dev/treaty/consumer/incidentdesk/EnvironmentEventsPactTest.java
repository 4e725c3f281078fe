package dev.treaty.consumer.incidentdesk;

import static dev.treaty.consumer.incidentdesk.RecordedEvent.BACKUP_ID;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.RESTORATION_ID;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.context;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.event;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.read;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class EnvironmentEventsPactTest {

    private static final Instant EXPIRY = Examples.NOW.plus(Duration.ofDays(1));

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact environmentRestored(PactBuilder cloner) {
        return event(
                cloner.given(
                        "a restoration is completed",
                        Map.of(
                                "restoration", "rst_42",
                                "backup", "bak_42",
                                "environment", "training",
                                "by", "usr_42")),
                "an environment.restored event",
                EventType.ENVIRONMENT_RESTORED,
                RESTORATION_ID,
                "rst_42",
                data -> {
                    data.stringValue("environment", "training");
                    data.stringMatcher("backup", BACKUP_ID, "bak_42");
                    data.stringValue("restoredBy", "usr_42");
                });
    }

    @Test
    @PactTestFor(pactMethod = "environmentRestored", providerType = ProviderType.ASYNCH)
    void a_restoration_event_says_what_was_restored_and_by_whom(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.EnvironmentRestored(
                        context(EventType.ENVIRONMENT_RESTORED, "rst_42"), "training", "bak_42", "usr_42")));
    }

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact productionAccessRefused(PactBuilder cloner) {
        return event(
                cloner.given(
                        "a clone into production was refused",
                        Map.of("source", "training", "target", "production", "by", "usr_42", "wall", "kind")),
                "a production.access-refused event",
                EventType.PRODUCTION_ACCESS_REFUSED,
                "production",
                "production",
                data -> {
                    data.stringValue("level", "critical");
                    data.stringValue("environment", "production");
                    data.stringValue("who", "usr_42");
                    data.stringType("what", "a clone of training into production");
                    data.stringValue("wall", "kind");
                });
    }

    @Test
    @PactTestFor(pactMethod = "productionAccessRefused", providerType = ProviderType.ASYNCH)
    void a_refusal_event_says_who_wanted_what_and_which_wall_held(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.ProductionAccessRefused(
                        context(EventType.PRODUCTION_ACCESS_REFUSED, "production"),
                        "production",
                        "usr_42",
                        "a clone of training into production",
                        Wall.KIND)));
    }

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact backupExpires(PactBuilder cloner) {
        return event(
                cloner.given("a backup expires soon", Map.of("backup", "bak_42", "environment", "training")),
                "a backup.expires event",
                EventType.BACKUP_EXPIRES,
                BACKUP_ID,
                "bak_42",
                data -> {
                    data.stringMatcher("id", BACKUP_ID, "bak_42");
                    data.stringValue("environment", "training");
                    data.stringMatcher("expiresAt", RecordedEvent.TIME, EXPIRY.toString());
                });
    }

    @Test
    @PactTestFor(pactMethod = "backupExpires", providerType = ProviderType.ASYNCH)
    void an_expiry_event_says_until_when_the_backup_can_be_restored(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.BackupExpires(
                        context(EventType.BACKUP_EXPIRES, "bak_42"), "bak_42", "training", EXPIRY)));
    }
}
