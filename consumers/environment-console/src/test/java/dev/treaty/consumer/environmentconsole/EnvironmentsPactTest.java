package dev.treaty.consumer.environmentconsole;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.environmentconsole.ClonerContract.call;
import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.environmentconsole.environments.Environment;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class EnvironmentsPactTest {

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact environmentsAreListed(PactDslWithProvider cloner) {
        return call(ProviderStates.ready(cloner), "a request for the environments", "GET", "/environments")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(list -> list.arrayContaining(
                                "items",
                                items -> items.object(production -> {
                                            production.stringValue("id", "production");
                                            production.stringType("name", "Production");
                                            production.stringValue("kind", "production");
                                            production.booleanValue("readOnly", true);
                                            production.booleanValue("canBeSource", true);
                                            production.booleanValue("canBeTarget", false);
                                            production.stringValue("state", "ready");
                                            production.stringType("schemaVersion", "4");
                                        })
                                        .object(training -> {
                                            training.stringValue("id", "training");
                                            training.stringType("name", "Training");
                                            training.stringValue("kind", "training");
                                            training.booleanValue("readOnly", false);
                                            training.booleanType("canBeSource", true);
                                            training.booleanValue("canBeTarget", true);
                                            training.stringValue("state", "ready");
                                            training.stringType("schemaVersion", "4");
                                        })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "environmentsAreListed")
    void production_is_a_source_and_never_a_target(MockServer cloner) {
        assertThat(at(cloner).environments().list())
                .containsExactly(
                        new Environment(
                                PRODUCTION,
                                "Production",
                                Environment.Kind.PRODUCTION,
                                true,
                                true,
                                false,
                                Environment.State.READY,
                                Optional.of("4"),
                                Optional.empty()),
                        new Environment(
                                TRAINING,
                                "Training",
                                Environment.Kind.TRAINING,
                                false,
                                true,
                                true,
                                Environment.State.READY,
                                Optional.of("4"),
                                Optional.empty()));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact clonedEnvironment(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.clone(cloner, "a clone is completed", "cln_43"),
                        "a request for an environment that was cloned into",
                        "GET",
                        "/environments/training")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(environment -> {
                            environment.stringValue("id", "training");
                            environment.stringType("name", "Training");
                            environment.stringValue("kind", "training");
                            environment.booleanValue("readOnly", false);
                            environment.booleanType("canBeSource", true);
                            environment.booleanValue("canBeTarget", true);
                            environment.stringValue("state", "ready");
                            environment.stringType("schemaVersion", "4");
                            environment.stringValue("clonedFrom", "production");
                            environment.stringMatcher("clonedAt", ClonerContract.TIME, Examples.NOW.toString());
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "clonedEnvironment")
    void an_environment_says_where_its_data_comes_from(MockServer cloner) {
        assertThat(at(cloner).environments().find(TRAINING).origin())
                .contains(new Environment.Origin(PRODUCTION, Examples.NOW));
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact environmentIsUnknown(PactDslWithProvider cloner) {
        return call(
                        ProviderStates.operator(cloner).given("no environment exists", Map.of("id", "staging")),
                        "a request for an environment that does not exist",
                        "GET",
                        "/environments/staging")
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
    @PactTestFor(pactMethod = "environmentIsUnknown")
    void an_unknown_environment_is_refused_with_the_known_ones(MockServer cloner) {
        var environments = at(cloner).environments();

        assertThatThrownBy(() -> environments.find("staging"))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                There is no such environment. No environment has the id staging.
                  where: GET /environments/staging
                  fix:   use one of production, training, test""");
    }
}
