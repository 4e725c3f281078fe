package dev.treaty.consumer.incidentdesk;

import static dev.treaty.consumer.incidentdesk.RecordedEvent.CLONE_ID;
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
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class CloneEventsPactTest {

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact cloneCompleted(PactBuilder cloner) {
        return event(
                cloner.given(
                        "a clone is completed",
                        Map.of("clone", "cln_43", "source", "production", "target", "training")),
                "a clone.completed event",
                EventType.CLONE_COMPLETED,
                CLONE_ID,
                "cln_43",
                data -> RecordedEvent.clone(data, "cln_43"));
    }

    @Test
    @PactTestFor(pactMethod = "cloneCompleted", providerType = ProviderType.ASYNCH)
    void a_completion_event_contains_the_clone(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(
                        new Event.CloneCompleted(context(EventType.CLONE_COMPLETED, "cln_43"), reference("cln_43"))));
    }

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact cloneFailed(PactBuilder cloner) {
        return event(
                cloner.given(
                        "a clone has failed",
                        Map.of(
                                "clone", "cln_45",
                                "source", "production",
                                "target", "training",
                                "phase", "checking",
                                "problem", "unclassified-columns")),
                "a clone.failed event",
                EventType.CLONE_FAILED,
                CLONE_ID,
                "cln_45",
                data -> {
                    RecordedEvent.clone(data, "cln_45");
                    data.stringMatcher("phase", "checking|migrating|copying|indexing|validating|swapping", "checking");
                    data.booleanValue("rolledBack", true);
                    data.object("problem", problem -> {
                        problem.stringValue("type", "https://treaty.dev/problems/unclassified-columns");
                        problem.stringType("title", "A column looks personal and is in no profile");
                        problem.stringType("fix", "add it to the profile, with a domain or with a reason to keep it");
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "cloneFailed", providerType = ProviderType.ASYNCH)
    void a_failure_event_says_why_and_whether_the_target_is_as_before(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.CloneFailed(
                        context(EventType.CLONE_FAILED, "cln_45"),
                        reference("cln_45"),
                        "checking",
                        true,
                        new Event.Reason(
                                "https://treaty.dev/problems/unclassified-columns",
                                "A column looks personal and is in no profile",
                                "add it to the profile, with a domain or with a reason to keep it"))));
    }

    @Pact(consumer = "incident-desk", provider = "environment-cloner")
    V4Pact cloneCancelled(PactBuilder cloner) {
        return event(
                cloner.given(
                        "a clone was cancelled",
                        Map.of("clone", "cln_46", "source", "production", "target", "training", "by", "usr_42")),
                "a clone.cancelled event",
                EventType.CLONE_CANCELLED,
                CLONE_ID,
                "cln_46",
                data -> {
                    RecordedEvent.clone(data, "cln_46");
                    data.stringValue("cancelledBy", "usr_42");
                });
    }

    @Test
    @PactTestFor(pactMethod = "cloneCancelled", providerType = ProviderType.ASYNCH)
    void a_cancellation_event_says_who_cancelled(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.CloneCancelled(
                        context(EventType.CLONE_CANCELLED, "cln_46"), reference("cln_46"), "usr_42")));
    }

    private static CloneReference reference(String id) {
        return new CloneReference(id, "production", "training");
    }
}
