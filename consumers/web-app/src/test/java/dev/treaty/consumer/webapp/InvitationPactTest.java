package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.Cast.ADA;
import static dev.treaty.consumer.webapp.Cast.ADAS_SESSION;
import static dev.treaty.consumer.webapp.Cast.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.Cast.PRIVATE_WORKSPACE;
import static dev.treaty.consumer.webapp.Cast.WORKSPACE;
import static dev.treaty.consumer.webapp.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Bearer;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class InvitationPactTest {

    private static final Invitation.Invited INVITED =
            new Invitation.Invited("inv_42", "grace@example.com", Role.EDITOR);

    @Pact(consumer = Contract.CONSUMER, provider = Contract.PROVIDER)
    V4Pact memberIsInvited(PactDslWithProvider gateway) {
        return gateway.given("a user is a member of a workspace", Contract.membership(WORKSPACE, 1))
                .uponReceiving("somebody invited to a workspace")
                .method("POST")
                .matchPath(
                        "/v1/workspaces/ws_" + Contract.ID + "/members",
                        "/v1/workspaces/" + WORKSPACE.id() + "/members")
                .headers(Contract.JSON)
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .body(invitation())
                .willRespondWith()
                .status(201)
                .body(newJsonBody(member -> {
                            member.stringMatcher("id", "inv_" + Contract.ID, INVITED.id());
                            member.stringMatcher("email", Contract.EMAIL, INVITED.email());
                            member.stringMatcher("role", "editor|viewer", "editor");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "memberIsInvited")
    void an_owner_invites_an_editor(MockServer gateway) {
        var workspaces = at(gateway).workspaces(ADAS_SESSION);

        assertThat(workspaces.invite(WORKSPACE.id(), INVITED.email(), Role.EDITOR))
                .isEqualTo(INVITED);
    }

    @Pact(consumer = Contract.CONSUMER, provider = Contract.PROVIDER)
    V4Pact inviterIsNotAMember(PactDslWithProvider gateway) {
        return gateway.given(
                        "a user is not a member of a workspace",
                        Map.of("user", ADA.id(), "workspace", PRIVATE_WORKSPACE))
                .uponReceiving("somebody invited to a workspace by somebody who is not a member")
                .method("POST")
                .path("/v1/workspaces/" + PRIVATE_WORKSPACE + "/members")
                .headers(Contract.JSON)
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .body(invitation())
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(Contract.problem("not-a-member", 403, "You are not a member of this workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "inviterIsNotAMember")
    void only_members_invite(MockServer gateway) {
        var workspaces = at(gateway).workspaces(ADAS_SESSION);

        assertThat(workspaces.invite(PRIVATE_WORKSPACE, INVITED.email(), Role.EDITOR))
                .isEqualTo(new Refusal.NotAMember());
    }

    private static DslPart invitation() {
        return newJsonBody(member -> {
                    member.stringMatcher("email", Contract.EMAIL, INVITED.email());
                    member.stringMatcher("role", "editor|viewer", "editor");
                })
                .build();
    }
}
