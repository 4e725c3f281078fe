package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.FOREIGN_WORKSPACE;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class MemberListPactTest {

    private static final Member OWNER = new Member("mem_42", Optional.empty(), Role.OWNER, true);
    private static final Member INVITED = new Member("inv_7", Optional.of("grace@example.org"), Role.EDITOR, false);

    /** The web application shows an address where it has one, and requires one only of members who have not joined. */
    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact membersAreListed(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .given(
                        "an invitation exists",
                        ProviderStates.invitation(INVITED.id(), WORKSPACE.id(), "grace@example.org", ADA.id()))
                .uponReceiving("a request for the members of a workspace")
                .method("GET")
                .matchPath(
                        "/v1/workspaces/ws_" + GatewayContract.ID + "/members",
                        "/v1/workspaces/" + WORKSPACE.id() + "/members")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(list -> list.array(
                                "items",
                                items -> items.object(member -> {
                                            member.stringMatcher("id", "mem_" + GatewayContract.ID, OWNER.id());
                                            member.stringMatcher(
                                                    "role",
                                                    "owner|editor|viewer",
                                                    OWNER.role().word());
                                            member.stringValue("status", "active");
                                        })
                                        .object(member -> {
                                            member.stringMatcher("id", "inv_" + GatewayContract.ID, INVITED.id());
                                            member.stringMatcher("email", GatewayContract.EMAIL, "grace@example.org");
                                            member.stringMatcher(
                                                    "role",
                                                    "editor|viewer",
                                                    INVITED.role().word());
                                            member.stringValue("status", "invited");
                                        })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "membersAreListed")
    void joined_members_are_distinguished_from_invited_ones(MockServer gateway) {
        var members = at(gateway).workspaces(ADAS_SESSION).members(WORKSPACE.id());

        assertThat(members.list())
                .isInstanceOfSatisfying(
                        MemberListResult.Listed.class,
                        list -> assertThat(list.members()).containsExactly(OWNER, INVITED));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userIsNotAMember(PactDslWithProvider gateway) {
        return ProviderStates.adaIsNotAMember(gateway)
                .uponReceiving("a request for the members of a workspace that the user is not a member of")
                .method("GET")
                .path("/v1/workspaces/" + FOREIGN_WORKSPACE + "/members")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("not-a-member", 403, "You are not a member of this workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userIsNotAMember")
    void only_members_may_list_the_members(MockServer gateway) {
        var members = at(gateway).workspaces(ADAS_SESSION).members(FOREIGN_WORKSPACE);

        assertThat(members.list()).isEqualTo(new Refusal.NotAMember());
    }
}
