package dev.treaty.consumer.environmentconsole;

import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ExampleData.ALL_SYSTEMS;
import static dev.treaty.consumer.environmentconsole.ExampleData.NOTHING_YET;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION_INTO_TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TEST;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Recording
class CloneStartPactTest {

    /** Each interaction has a key of its own: with the key of another one, a real service would return that one's clone. */
    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000042");

    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000048");
    private static final UUID THIRD = UUID.fromString("00000000-0000-4000-8000-000000000049");
    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final CloneOptions RECENT_RESERVATIONS = new CloneOptions(
            PRODUCTION, TRAINING, List.of("reservations"), Optional.of(PROFILE), false, true, Optional.of("P90D"));
    private static final CloneOptions TEST_AS_IT_IS =
            new CloneOptions(TEST, TRAINING, ALL_SYSTEMS, Optional.empty(), true, true, Optional.empty());

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact allSystems(PactDslWithProvider cloner) {
        return accepted(
                post(ProviderStates.ready(cloner), "a request to clone production into training", FIRST)
                        .body(CloneBody.like(PRODUCTION_INTO_TRAINING)),
                ExampleData.queued("cln_42"));
    }

    @Test
    @PactTestFor(pactMethod = "allSystems")
    void a_clone_of_all_systems_is_accepted(MockServer cloner) {
        var started = at(cloner).clones().start(PRODUCTION_INTO_TRAINING, FIRST);

        assertThat(started).isEqualTo(new Observation(ExampleData.queued("cln_42"), Duration.ofSeconds(1)));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact oneSystem(PactDslWithProvider cloner) {
        return accepted(
                post(
                                ProviderStates.ready(cloner),
                                "a request to clone the recent rows of one system, without a backup",
                                SECOND)
                        .body(CloneBody.like(RECENT_RESERVATIONS)),
                ExampleData.queued("cln_48"));
    }

    @Test
    @PactTestFor(pactMethod = "oneSystem")
    void a_clone_may_be_of_one_system_and_its_recent_rows(MockServer cloner) {
        var started = at(cloner).clones().start(RECENT_RESERVATIONS, SECOND);

        assertThat(started.current().id()).isEqualTo("cln_48");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact asItIs(PactDslWithProvider cloner) {
        return accepted(
                post(ProviderStates.ready(cloner), "a request to clone test into training as it is", THIRD)
                        .body(CloneBody.exactly(TEST_AS_IT_IS)),
                new EnvironmentClone(
                        "cln_49",
                        TEST,
                        TRAINING,
                        CloneState.QUEUED,
                        Optional.empty(),
                        NOTHING_YET,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    @PactTestFor(pactMethod = "asItIs")
    void only_production_must_be_anonymised(MockServer cloner) {
        var started = at(cloner).clones().start(TEST_AS_IT_IS, THIRD);

        assertThat(started.current().source()).isEqualTo(TEST);
    }

    private static V4Pact accepted(PactDslRequestWithPath request, EnvironmentClone clone) {
        return request.willRespondWith()
                .status(202)
                .matchHeader("Location", "/clones/" + ClonerContract.CLONE_ID, "/clones/" + clone.id())
                .matchHeader("Retry-After", ClonerContract.SECONDS, "1")
                .body(CloneBody.accepted(clone))
                .toPact(V4Pact.class);
    }

    private static PactDslRequestWithPath post(PactDslWithState state, String description, UUID attempt) {
        return call(state, description, "POST", "/clones")
                .headers(ClonerContract.JSON)
                .matchHeader("Idempotency-Key", UUID_REGEX, attempt.toString());
    }
}
