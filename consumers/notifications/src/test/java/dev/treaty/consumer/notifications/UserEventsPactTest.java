package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.ADA;
import static dev.treaty.consumer.notifications.RecordedEvent.USER_ID;
import static dev.treaty.consumer.notifications.RecordedEvent.context;
import static dev.treaty.consumer.notifications.RecordedEvent.read;
import static dev.treaty.consumer.notifications.RecordedEvent.userEvent;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class UserEventsPactTest {

    @Pact(consumer = "notifications", provider = "auth-service")
    V4Pact userRegistered(PactBuilder authService) {
        return userEvent(
                authService.given("a user has registered", Map.of("email", "ada@example.org", "name", "Ada Lovelace")),
                "a user.registered event",
                EventType.USER_REGISTERED,
                user -> {
                    user.stringMatcher("id", USER_ID, "usr_42");
                    user.stringValue("email", "ada@example.org");
                    user.stringValue("name", "Ada Lovelace");
                });
    }

    @Test
    @PactTestFor(pactMethod = "userRegistered", providerType = ProviderType.ASYNCH)
    void a_registration_event_contains_the_person(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(
                        new Event.UserRegistered(context(EventType.USER_REGISTERED, "auth-service", "usr_42"), ADA)));
    }
}
