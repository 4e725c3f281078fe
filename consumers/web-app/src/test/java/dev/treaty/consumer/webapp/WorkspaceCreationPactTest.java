package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceCreationPactTest {

    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-4000-8000-000000000042");
    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspaceIsCreated(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .given("a workspace name is available", Map.of("owner", ADA.id(), "name", WORKSPACE.name()))
                .uponReceiving("a request to create a workspace")
                .method("POST")
                .path("/v1/workspaces")
                .headers(GatewayContract.JSON)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString())
                .body(newJsonBody(workspace -> workspace.stringType("name", WORKSPACE.name()))
                        .build())
                .willRespondWith()
                .status(201)
                .matchHeader("ETag", GatewayContract.VERSION, WORKSPACE.version())
                .body(GatewayContract.workspace(WORKSPACE))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsCreated")
    void a_user_owns_the_workspace_that_they_create(MockServer gateway) {
        var creation = at(gateway).workspaces(ADAS_SESSION).create(WORKSPACE.name(), ATTEMPT);

        assertThat(creation).isEqualTo(new CreationResult.Created(WORKSPACE));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact nameIsTaken(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .given("a workspace exists", ProviderStates.workspace("ws_44", "Taken", ADA.id()))
                .uponReceiving("a request to create a workspace with a name that is taken")
                .method("POST")
                .path("/v1/workspaces")
                .headers(GatewayContract.JSON)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString())
                .body(newJsonBody(workspace -> workspace.stringValue("name", "Taken"))
                        .build())
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("name-taken", 409, "You have a workspace of this name"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nameIsTaken")
    void a_taken_name_is_a_result_and_not_an_error(MockServer gateway) {
        var creation = at(gateway).workspaces(ADAS_SESSION).create("Taken", ATTEMPT);

        assertThat(creation).isEqualTo(new CreationResult.NameTaken());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact nameIsInvalid(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .uponReceiving("a request to create a workspace without a name")
                .method("POST")
                .path("/v1/workspaces")
                .headers(GatewayContract.JSON)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString())
                .body(newJsonBody(workspace -> workspace.stringValue("name", ""))
                        .build())
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(GatewayContract.invalidField("name", "must not be empty"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nameIsInvalid")
    void an_invalid_name_is_reported_with_the_reason(MockServer gateway) {
        var creation = at(gateway).workspaces(ADAS_SESSION).create("", ATTEMPT);

        assertThat(creation).isEqualTo(new Refusal.InvalidFields(List.of(new FieldError("name", "must not be empty"))));
    }
}
