package dev.treaty.consumer.environmentconsole;

import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.HALFWAY;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.STARTED;
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
import dev.treaty.consumer.environmentconsole.clones.CloneFailure;
import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.environmentconsole.clones.Phase;
import dev.treaty.consumer.environmentconsole.connection.ProblemDocument;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clone from its request to its end. */
@Recording
class CloneStatePactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsQueued(PactDslWithProvider cloner) {
        return found(
                ProviderStates.clone(cloner, "a clone is queued", "cln_40"),
                "a request for a clone that is queued",
                ExampleData.queued("cln_40"),
                true);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsQueued")
    void a_queued_clone_has_not_started(MockServer cloner) {
        assertThat(at(cloner).clones().find("cln_40"))
                .isEqualTo(new Observation(ExampleData.queued("cln_40"), Duration.ofSeconds(1)));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsCopying(PactDslWithProvider cloner) {
        return found(
                ProviderStates.clone(cloner, "a clone is copying", "cln_42"),
                "a request for a clone that is copying",
                ExampleData.copying("cln_42"),
                true);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsCopying")
    void a_copying_clone_says_how_far_it_is(MockServer cloner) {
        assertThat(at(cloner).clones().find("cln_42"))
                .isEqualTo(new Observation(ExampleData.copying("cln_42"), Duration.ofSeconds(1)));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsCompleted(PactDslWithProvider cloner) {
        return found(
                ProviderStates.clone(cloner, "a clone is completed", "cln_43"),
                "a request for a clone that is completed",
                ExampleData.completed("cln_43"),
                false);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsCompleted")
    void a_completed_clone_names_its_backup(MockServer cloner) {
        assertThat(at(cloner).clones().find("cln_43").current()).isEqualTo(ExampleData.completed("cln_43"));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact schemaFailed(PactDslWithProvider cloner) {
        return found(
                ProviderStates.failedClone(cloner, "cln_44", "checking", "schema-is-unknown"),
                "a request for a clone that failed because of the schema",
                failed("cln_44", Phase.CHECKING, SCHEMA),
                false);
    }

    @Test
    @PactTestFor(pactMethod = "schemaFailed")
    void a_failed_clone_says_why_and_that_the_target_is_as_before(MockServer cloner) {
        var clone = at(cloner).clones().find("cln_44").current();

        assertThat(clone).isEqualTo(failed("cln_44", Phase.CHECKING, SCHEMA));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact anonymisationFailed(PactDslWithProvider cloner) {
        return found(
                ProviderStates.failedClone(cloner, "cln_45", "checking", "unclassified-columns"),
                "a request for a clone that failed by the anonymisation",
                failed("cln_45", Phase.CHECKING, UNCLASSIFIED),
                false);
    }

    @Test
    @PactTestFor(pactMethod = "anonymisationFailed")
    void personal_data_that_nobody_decided_about_stops_a_clone(MockServer cloner) {
        var clone = at(cloner).clones().find("cln_45").current();

        assertThat(clone.failure()).contains(new CloneFailure(UNCLASSIFIED, Phase.CHECKING, true));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneWasCancelled(PactDslWithProvider cloner) {
        return found(
                ProviderStates.clone(cloner, "a clone was cancelled", "cln_46"),
                "a request for a clone that was cancelled",
                ended("cln_46", CloneState.CANCELLED, Optional.empty()),
                false);
    }

    @Test
    @PactTestFor(pactMethod = "cloneWasCancelled")
    void a_cancelled_clone_is_over(MockServer cloner) {
        var clone = at(cloner).clones().find("cln_46").current();

        assertThat(clone).isEqualTo(ended("cln_46", CloneState.CANCELLED, Optional.empty()));
        assertThat(clone.state().isOver()).isTrue();
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact cloneIsUnknown(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.operator(cloner).given("no clone exists", Map.of("clone", "cln_99")),
                        "a request for a clone that does not exist",
                        "GET",
                        "/clones/cln_99")
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(problem(
                        "clone-not-found",
                        404,
                        "There is no such clone",
                        "No clone has the id cln_99",
                        "list the clones of a target to find it"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cloneIsUnknown")
    void an_unknown_clone_is_refused(MockServer cloner) {
        var clones = at(cloner).clones();

        assertThatThrownBy(() -> clones.find("cln_99"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.CLONE_NOT_FOUND));
    }

    private static final ProblemDocument SCHEMA = new ProblemDocument(
            ProblemType.SCHEMA_IS_UNKNOWN,
            "The schema of the source is unknown to the target",
            Optional.of("The source is at version 5, and the application of training knows only version 4"),
            Optional.of("update the application of training first"));

    private static final ProblemDocument UNCLASSIFIED = new ProblemDocument(
            ProblemType.UNCLASSIFIED_COLUMNS,
            "A column looks personal and is in no profile",
            Optional.of("people.profiles.address is not in the profile training"),
            Optional.of("add it to the profile, with a domain or with a reason to keep it"));

    private static V4Pact found(PactDslWithState state, String description, EnvironmentClone clone, boolean lookAgain) {
        var response = call(state, description, "GET", "/clones/${clone}", Map.of("clone", clone.id()))
                .willRespondWith()
                .status(200);
        if (lookAgain) {
            response = response.matchHeader("Retry-After", ClonerContract.SECONDS, "1");
        }
        return response.body(CloneBody.of(clone)).toPact(V4Pact.class);
    }

    private static EnvironmentClone failed(String id, Phase phase, ProblemDocument problem) {
        return ended(id, CloneState.FAILED, Optional.of(new CloneFailure(problem, phase, true)));
    }

    private static EnvironmentClone ended(String id, CloneState state, Optional<CloneFailure> failure) {
        return new EnvironmentClone(
                id,
                PRODUCTION,
                TRAINING,
                state,
                Optional.empty(),
                HALFWAY,
                Optional.of(STARTED),
                Optional.of(Examples.NOW),
                Optional.empty(),
                failure);
    }
}
