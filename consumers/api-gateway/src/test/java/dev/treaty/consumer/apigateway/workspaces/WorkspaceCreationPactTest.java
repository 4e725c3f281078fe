package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.invalidField;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.json;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VERSION_1;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.owned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.signedIn;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.versioned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceCreationPactTest {

    private static final IdempotencyKey NEW_KEY = new IdempotencyKey("3f0c6a52-0000-4000-8000-000000000042");
    private static final IdempotencyKey USED_KEY = new IdempotencyKey("3f0c6a52-0000-4000-8000-000000000043");

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsCreated(PactDslWithProvider workspaceService) {
        var state = signedIn(workspaceService)
                .given("a workspace name is available", Map.of("owner", "usr_42", "name", "Harvest"));
        var request = json(
                create(state, "a request to create a workspace")
                        .matchHeader("Idempotency-Key", "[!-~]{1,255}", NEW_KEY.value()),
                newJsonBody(workspace -> workspace.stringType("name", "Harvest"))
                        .build());
        return created(request).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsCreated")
    void a_workspace_is_created(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).create("Harvest", NEW_KEY, CALLER)))
                .isEqualTo(owned("Harvest", VERSION_1));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact creationIsRepeated(PactDslWithProvider workspaceService) {
        var state = whoOwnsAWorkspace(workspaceService)
                .given("an idempotency key has been used", Map.of("key", USED_KEY.value(), "workspace", "ws_42"));
        var request = json(
                create(state, "a request to create a workspace again with the same idempotency key")
                        .headers(Map.of("Idempotency-Key", USED_KEY.value())),
                newJsonBody(workspace -> workspace.stringType("name", "Harvest"))
                        .build());
        return created(request).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "creationIsRepeated")
    void creating_again_with_the_same_key_returns_the_workspace_that_was_created(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).create("Harvest", USED_KEY, CALLER)))
                .isEqualTo(owned("Harvest", VERSION_1));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact nameIsTaken(PactDslWithProvider workspaceService) {
        var state = signedIn(workspaceService)
                .given("a workspace exists", Map.of("id", "ws_44", "name", "Taken", "owner", "usr_42", "version", 1));
        return refusal(
                        named("Taken", create(state, "a request to create a workspace with a name that is taken")),
                        409,
                        "name-taken",
                        "You have a workspace of this name")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nameIsTaken")
    void a_name_that_is_taken_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).create("Taken", NEW_KEY, CALLER)))
                .returns(409, Problem::status)
                .returns(type("name-taken"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact nameIsEmpty(PactDslWithProvider workspaceService) {
        var request = named("", create(signedIn(workspaceService), "a request to create a workspace without a name"));
        return invalidField(request, "name", "must not be empty").toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "nameIsEmpty")
    void an_empty_name_is_refused_naming_the_field(MockServer workspaceService) {
        var problem = refusalOf(service(workspaceService).create("", NEW_KEY, CALLER));

        assertThat(problem.type()).isEqualTo(type("invalid-fields"));
        assertThat(problem.document().at("/errors/0/field").asText()).isEqualTo("name");
    }

    private static PactDslRequestWithPath create(PactDslWithState state, String description) {
        return ofCaller(state.uponReceiving(description).method("POST").path("/workspaces"));
    }

    private static PactDslRequestWithPath named(String name, PactDslRequestWithPath request) {
        return json(
                request.matchHeader("Idempotency-Key", "[!-~]{1,255}", NEW_KEY.value()),
                newJsonBody(workspace -> workspace.stringValue("name", name)).build());
    }

    private static PactDslResponse created(PactDslRequestWithPath request) {
        return versioned(request.willRespondWith().status(201), "Harvest", VERSION_1);
    }
}
