package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.TEST;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.environments.EnvironmentCheck;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class EnvironmentCheckPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact checkPasses(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.ready(cloner),
                        "a request to check an environment",
                        "POST",
                        "/environments/training/checks")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(check -> {
                            check.booleanValue("reachable", true);
                            check.booleanValue("canRead", true);
                            check.booleanValue("canWrite", true);
                            check.stringType("schemaVersion", "4");
                            check.array("problems", problems -> {});
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "checkPasses")
    void a_target_can_be_read_and_written(MockServer cloner) {
        assertThat(at(cloner).environments().check(TRAINING))
                .isEqualTo(new EnvironmentCheck(true, true, true, Optional.of("4"), List.of()));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact environmentIsUnreachable(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.operator(cloner).given("an environment is unreachable", Map.of("id", "test")),
                        "a request to check an environment that is unreachable",
                        "POST",
                        "/environments/test/checks")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(check -> {
                            check.booleanValue("reachable", false);
                            check.booleanValue("canRead", false);
                            check.booleanValue("canWrite", false);
                            check.array(
                                    "problems",
                                    problems -> problems.object(problem -> problem(
                                            problem,
                                            "environment-unreachable",
                                            "The environment is unreachable",
                                            "Nothing listens on port 5432 of its server",
                                            "start its database server, or correct its address")));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "environmentIsUnreachable")
    void an_unreachable_environment_comes_with_the_reason(MockServer cloner) {
        var check = at(cloner).environments().check(TEST);

        assertThat(check.reachable()).isFalse();
        assertThat(check.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.ENVIRONMENT_UNREACHABLE);
            assertThat(problem.what())
                    .isEqualTo("The environment is unreachable. Nothing listens on port 5432 of its server.");
            assertThat(problem.fix()).contains("start its database server, or correct its address");
        });
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact sourceCanBeWritten(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.ready(cloner)
                                .given("the role of a source can write", Map.of("environment", "production")),
                        "a request to check a source that its role could write",
                        "POST",
                        "/environments/production/checks")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(check -> {
                            check.booleanValue("reachable", true);
                            check.booleanValue("canRead", true);
                            check.booleanValue("canWrite", true);
                            check.stringType("schemaVersion", "4");
                            check.array(
                                    "problems",
                                    problems -> problems.object(problem -> problem(
                                            problem,
                                            "source-is-not-read-only",
                                            "The source could be written",
                                            "Its role may write to audit.audit_logs",
                                            "give the service a role that has only SELECT")));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sourceCanBeWritten")
    void a_source_that_can_be_written_is_reported(MockServer cloner) {
        var check = at(cloner).environments().check(PRODUCTION);

        assertThat(check.canWrite()).isTrue();
        assertThat(check.problems())
                .extracting(problem -> problem.type())
                .containsExactly(ProblemType.SOURCE_IS_NOT_READ_ONLY);
    }
}
