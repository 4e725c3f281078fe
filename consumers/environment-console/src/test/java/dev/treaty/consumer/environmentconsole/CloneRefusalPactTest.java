package dev.treaty.consumer.environmentconsole;

import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.ALL_SYSTEMS;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TEST;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clone that could not be what it asks for, or not now. */
@Recording
class CloneRefusalPactTest {

    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-4000-8000-000000000051");
    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact intoProduction(PactDslWithProvider cloner) {
        return post(ProviderStates.ready(cloner), "a request to clone training into production")
                .body(CloneBody.exactly(options(TRAINING, PRODUCTION, ALL_SYSTEMS)))
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(problem(
                        "production-is-never-a-target",
                        403,
                        "Production is never a target",
                        "The environment production is of the kind production",
                        "name another target"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "intoProduction")
    void production_is_never_a_target(MockServer cloner) {
        var refusal = refusal(cloner, options(TRAINING, PRODUCTION, ALL_SYSTEMS));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.PRODUCTION_IS_NEVER_A_TARGET);
        assertThat(refusal).hasMessage("""
                Production is never a target. The environment production is of the kind production.
                  where: POST /clones
                  fix:   name another target""");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact sourceCanBeWritten(PactDslWithProvider cloner) {
        return post(
                        ProviderStates.ready(cloner)
                                .given("the role of a source can write", Map.of("environment", PRODUCTION)),
                        "a request to clone from a source that its role could write")
                .body(CloneBody.exactly(options(PRODUCTION, TRAINING, List.of("audit"))))
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(problem(
                        "source-is-not-read-only",
                        403,
                        "The source could be written",
                        "Its role may write to audit.audit_logs",
                        "give the service a role that has only SELECT"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sourceCanBeWritten")
    void a_source_that_could_be_written_is_not_read(MockServer cloner) {
        var refusal = refusal(cloner, options(PRODUCTION, TRAINING, List.of("audit")));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.SOURCE_IS_NOT_READ_ONLY);
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact targetIsBusy(PactDslWithProvider cloner) {
        return post(
                        ProviderStates.clone(cloner, "a clone is copying", "cln_41", TEST),
                        "a request to clone into an environment that is being cloned into")
                .body(CloneBody.exactly(options(PRODUCTION, TEST, ALL_SYSTEMS)))
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(problem(
                        "target-is-being-cloned",
                        409,
                        "The target is being cloned into",
                        "Clone cln_41 of production into test is copying",
                        "wait for it, or cancel it",
                        members -> members.valueFromProviderState("clone", "${clone}", "cln_41")))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "targetIsBusy")
    void a_refusal_names_the_clone_that_is_in_the_way(MockServer cloner) {
        var refusal = refusal(cloner, options(PRODUCTION, TEST, ALL_SYSTEMS));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.TARGET_IS_BEING_CLONED);
        assertThat(refusal.blockingClone()).contains("cln_41");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact tooManyClones(PactDslWithProvider cloner) {
        return post(
                        ProviderStates.ready(cloner).given("no more clones are accepted", Map.of("retryAfter", 30)),
                        "a request to clone while no more clones are accepted")
                .body(CloneBody.exactly(options(PRODUCTION, TRAINING, List.of("conversations"))))
                .willRespondWith()
                .status(429)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", ClonerContract.SECONDS, "30")
                .body(problem(
                        "too-many-clones",
                        429,
                        "There are too many clones",
                        "Two clones run, and as many wait as may",
                        "ask again when one of them is over"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyClones")
    void too_many_clones_come_with_the_time_to_wait(MockServer cloner) {
        var refusal = refusal(cloner, options(PRODUCTION, TRAINING, List.of("conversations")));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.TOO_MANY_CLONES);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact sourceIsUnknown(PactDslWithProvider cloner) {
        return post(
                        ProviderStates.ready(cloner).given("no environment exists", Map.of("id", "staging")),
                        "a request to clone an environment that does not exist")
                .body(CloneBody.exactly(options("staging", TRAINING, ALL_SYSTEMS)))
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(problem(
                        "environment-not-found",
                        404,
                        "There is no such environment",
                        "No environment has the id staging",
                        "use one of production, training, test"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sourceIsUnknown")
    void an_unknown_source_is_refused(MockServer cloner) {
        var refusal = refusal(cloner, options("staging", TRAINING, ALL_SYSTEMS));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.ENVIRONMENT_NOT_FOUND);
    }

    private static CloneOptions options(String source, String target, List<String> systems) {
        return new CloneOptions(source, target, systems, Optional.of(PROFILE), true, true, Optional.empty());
    }

    private static Refused refusal(MockServer cloner, CloneOptions options) {
        var clones = at(cloner).clones();

        return catchThrowableOfType(Refused.class, () -> clones.start(options, ATTEMPT));
    }

    private static PactDslRequestWithPath post(PactDslWithState state, String description) {
        return call(state, description, "POST", "/clones")
                .headers(ClonerContract.JSON)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString());
    }
}
