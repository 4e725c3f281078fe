package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.VIEWED_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import org.junit.jupiter.api.Test;

@Recording
class InvitationPactTest {

    private static final InvitationResult.Invited INVITED =
            new InvitationResult.Invited("inv_42", "grace@example.org", Role.EDITOR);

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact memberIsInvited(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to invite a person to a workspace")
                .method("POST")
                .matchPath(
                        "/v1/workspaces/ws_" + GatewayContract.ID + "/members",
                        "/v1/workspaces/" + WORKSPACE.id() + "/members")
                .headers(GatewayContract.JSON)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .body(invitation())
                .willRespondWith()
                .status(201)
                .body(newJsonBody(member -> {
                            member.stringMatcher("id", "inv_" + GatewayContract.ID, INVITED.id());
                            member.stringMatcher("email", GatewayContract.EMAIL, INVITED.email());
                            member.stringMatcher("role", "editor|viewer", "editor");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "memberIsInvited")
    void an_owner_invites_an_editor(MockServer gateway) {
        var workspaces = at(gateway).workspaces(ADAS_SESSION);

        assertThat(workspaces.members(WORKSPACE.id()).invite(INVITED.email(), Role.EDITOR))
                .isEqualTo(INVITED);
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact roleIsTooLow(PactDslWithProvider gateway) {
        return ProviderStates.adaMayOnlyViewAWorkspace(gateway)
                .uponReceiving("a request to invite a person to a workspace as a viewer")
                .method("POST")
                .path("/v1/workspaces/" + VIEWED_WORKSPACE.id() + "/members")
                .headers(GatewayContract.JSON)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .body(invitation())
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("role-too-low", 403, "Viewers may not invite anybody"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void a_viewer_may_not_invite(MockServer gateway) {
        var workspaces = at(gateway).workspaces(ADAS_SESSION);

        assertThat(workspaces.members(VIEWED_WORKSPACE.id()).invite(INVITED.email(), Role.EDITOR))
                .isEqualTo(new Refusal.RoleTooLow());
    }

    private static DslPart invitation() {
        return newJsonBody(member -> {
                    member.stringMatcher("email", GatewayContract.EMAIL, INVITED.email());
                    member.stringMatcher("role", "editor|viewer", "editor");
                })
                .build();
    }
}
