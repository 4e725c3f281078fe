package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.VIEWED_WORKSPACE;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class JoiningPactTest {

    private static final Member ADA_AS_A_MEMBER = new Member("inv_42", Optional.of(ADA.email()), Role.EDITOR, true);

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact invitationIsAccepted(PactDslWithProvider gateway) {
        return ProviderStates.adaIsInvitedTo(gateway, "ws_44", "Cellar", ADA_AS_A_MEMBER.id())
                .uponReceiving("a request to accept an invitation")
                .method("POST")
                .matchPath(
                        "/v1/workspaces/ws_%1$s/members/inv_%1$s/join".formatted(GatewayContract.ID),
                        "/v1/workspaces/ws_44/members/inv_42/join")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(member -> {
                            member.stringMatcher("id", "inv_" + GatewayContract.ID, ADA_AS_A_MEMBER.id());
                            member.stringMatcher("email", GatewayContract.EMAIL, ADA.email());
                            member.stringMatcher("role", "editor|viewer", "editor");
                            member.stringValue("status", "active");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "invitationIsAccepted")
    void an_invited_user_joins(MockServer gateway) {
        var members = at(gateway).workspaces(ADAS_SESSION).members("ws_44");

        assertThat(members.join("inv_42")).isEqualTo(new JoiningResult.Joined(ADA_AS_A_MEMBER));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact invitationDoesNotExist(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to accept an invitation that does not exist")
                .method("POST")
                .path("/v1/workspaces/" + WORKSPACE.id() + "/members/inv_99/join")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("member-not-found", 404, "There is no such member"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "invitationDoesNotExist")
    void nobody_joins_without_an_invitation(MockServer gateway) {
        var members = at(gateway).workspaces(ADAS_SESSION).members(WORKSPACE.id());

        assertThat(members.join("inv_99")).isEqualTo(new Refusal.UnknownMember());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userIsAMember(PactDslWithProvider gateway) {
        return ProviderStates.adaIsInvitedTo(gateway, VIEWED_WORKSPACE.id(), VIEWED_WORKSPACE.name(), "inv_43")
                .given(
                        "a user is a member",
                        Map.of("user", ADA.id(), "workspace", VIEWED_WORKSPACE.id(), "role", "viewer"))
                .uponReceiving("a request to accept an invitation as an existing member")
                .method("POST")
                .path("/v1/workspaces/" + VIEWED_WORKSPACE.id() + "/members/inv_43/join")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("already-a-member", 409, "You are a member of this workspace already"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userIsAMember")
    void a_second_invitation_changes_nothing(MockServer gateway) {
        var members = at(gateway).workspaces(ADAS_SESSION).members(VIEWED_WORKSPACE.id());

        assertThat(members.join("inv_43")).isEqualTo(new JoiningResult.AlreadyAMember());
    }
}
