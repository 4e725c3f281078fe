package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.ALL_SYSTEMS;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION_INTO_TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens when a clone is requested a second time. */
@Recording
class CloneRepetitionPactTest {

    private static final UUID USED = UUID.fromString("00000000-0000-4000-8000-000000000043");

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact sameRequest(PactDslWithProvider cloner) {
        return call(used(cloner), "a request to start a clone again with the same idempotency key", "POST", "/clones")
                .headers(ClonerContract.JSON)
                .headers(Map.of("Idempotency-Key", USED.toString()))
                .body(CloneBody.exactly(PRODUCTION_INTO_TRAINING))
                .willRespondWith()
                .status(202)
                .headerFromProviderState("Location", "/clones/${clone}", "/clones/cln_47")
                .body(newJsonBody(clone -> {
                            clone.valueFromProviderState("id", "${clone}", "cln_47");
                            clone.stringMatcher("state", "queued|running|completed|failed|cancelled", "running");
                            clone.stringValue("source", "production");
                            clone.stringValue("target", "training");
                            clone.object("progress", progress -> {
                                progress.integerType("percent", 48);
                                progress.integerType("rows", 520_000);
                                progress.integerType("rowsTotal", 1_100_000);
                                progress.integerType("tables", 4);
                                progress.integerType("tablesTotal", 9);
                                progress.integerType("bytes", 73_400_320);
                            });
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sameRequest")
    void a_repeated_request_starts_no_second_clone(MockServer cloner) {
        var started = at(cloner).clones().start(PRODUCTION_INTO_TRAINING, USED);

        assertThat(started.current().id()).isEqualTo("cln_47");
    }

    /** The status is that of draft-ietf-httpapi-idempotency-key-header, section 2.7. */
    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact otherRequest(PactDslWithProvider cloner) {
        return call(used(cloner), "a request for another clone with the same idempotency key", "POST", "/clones")
                .headers(ClonerContract.JSON)
                .headers(Map.of("Idempotency-Key", USED.toString()))
                .body(CloneBody.exactly(without("audit")))
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(problem(
                        "idempotency-key-reused",
                        422,
                        "This Idempotency-Key has been used for another request",
                        "It belongs to the request that started clone cln_47",
                        "send a new key for a new clone"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "otherRequest")
    void a_key_stands_for_one_request(MockServer cloner) {
        var clones = at(cloner).clones();

        assertThatThrownBy(() -> clones.start(without("audit"), USED))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
    }

    private static PactDslWithState used(PactDslWithProvider cloner) {
        return ProviderStates.ready(cloner)
                .given(
                        "an idempotency key has been used for a clone",
                        Map.of(
                                "key", USED.toString(),
                                "clone", "cln_47",
                                "source", PRODUCTION,
                                "target", TRAINING,
                                "systems", ALL_SYSTEMS,
                                "profile", PROFILE));
    }

    private static CloneOptions without(String system) {
        return new CloneOptions(
                PRODUCTION,
                TRAINING,
                ALL_SYSTEMS.stream().filter(other -> !other.equals(system)).toList(),
                Optional.of(PROFILE),
                true,
                true,
                Optional.empty());
    }
}
