package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.VIEWED_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

@Recording
class RemovalPactTest {

    private static final String MEMBER = "mem_7";
    private static final String OWNER = "mem_42";

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact memberIsRemoved(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .given("a user is a member", ProviderStates.member(MEMBER, "usr_7", WORKSPACE.id()))
                .uponReceiving("a request to remove a member from a workspace")
                .method("DELETE")
                .matchPath(
                        "/v1/workspaces/ws_%1$s/members/(mem|inv)_%1$s".formatted(GatewayContract.ID),
                        "/v1/workspaces/" + WORKSPACE.id() + "/members/" + MEMBER)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "memberIsRemoved")
    void an_owner_removes_a_member(MockServer gateway) {
        assertThat(removal(gateway, WORKSPACE.id(), MEMBER)).isEqualTo(new RemovalResult.Removed());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact roleIsTooLow(PactDslWithProvider gateway) {
        var state = ProviderStates.adaMayOnlyViewAWorkspace(gateway)
                .given("a user is a member", ProviderStates.member(MEMBER, "usr_8", VIEWED_WORKSPACE.id()));
        return refused(
                state,
                "a request to remove a member from a workspace as a viewer",
                VIEWED_WORKSPACE.id(),
                MEMBER,
                403,
                "role-too-low",
                "Viewers may not remove anybody else");
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void a_viewer_may_not_remove(MockServer gateway) {
        assertThat(removal(gateway, VIEWED_WORKSPACE.id(), MEMBER)).isEqualTo(new Refusal.RoleTooLow());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact memberIsUnknown(PactDslWithProvider gateway) {
        return refused(
                ProviderStates.adaOwnsAWorkspace(gateway),
                "a request to remove a member that does not exist",
                WORKSPACE.id(),
                "inv_99",
                404,
                "member-not-found",
                "There is no such member");
    }

    @Test
    @PactTestFor(pactMethod = "memberIsUnknown")
    void a_user_who_is_not_a_member_cannot_be_removed(MockServer gateway) {
        assertThat(removal(gateway, WORKSPACE.id(), "inv_99")).isEqualTo(new Refusal.UnknownMember());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact ownerStays(PactDslWithProvider gateway) {
        var workspace = new HashMap<>(ProviderStates.workspace(WORKSPACE.id(), WORKSPACE.name(), ADA.id()));
        workspace.put("ownersMember", OWNER);
        return refused(
                ProviderStates.adaIsSignedIn(gateway).given("a workspace exists", workspace),
                "a request to leave a workspace as its owner",
                WORKSPACE.id(),
                OWNER,
                409,
                "owner-stays",
                "The owner of a workspace cannot leave it");
    }

    @Test
    @PactTestFor(pactMethod = "ownerStays")
    void an_owner_cannot_be_removed(MockServer gateway) {
        assertThat(removal(gateway, WORKSPACE.id(), OWNER)).isEqualTo(new RemovalResult.OwnerStays());
    }

    private static V4Pact refused(
            PactDslWithState state,
            String description,
            String workspace,
            String member,
            int status,
            String slug,
            String title) {
        return state.uponReceiving(description)
                .method("DELETE")
                .path("/v1/workspaces/" + workspace + "/members/" + member)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(status)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem(slug, status, title))
                .toPact(V4Pact.class);
    }

    private static RemovalResult removal(MockServer gateway, String workspace, String member) {
        return at(gateway).workspaces(ADAS_SESSION).members(workspace).remove(member);
    }
}
