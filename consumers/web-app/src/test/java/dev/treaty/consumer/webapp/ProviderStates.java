package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.FOREIGN_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.UNKNOWN_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.VIEWED_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.WORKSPACE;

import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import java.util.Map;

/**
 * The provider states that several interactions share.
 *
 * <p>A real gateway accepts no example token: there, the state "a user is signed in" returns the {@code
 * accessToken} to use.
 */
final class ProviderStates {

    private static final String SOMEBODY_ELSE = "usr_7";

    private ProviderStates() {}

    static PactDslWithState adaIsSignedIn(PactDslWithProvider gateway) {
        return gateway.given("a user is signed in", Map.of("id", ADA.id(), "email", ADA.email(), "name", ADA.name()));
    }

    static PactDslWithState adaOwnsAWorkspace(PactDslWithProvider gateway) {
        return adaIsSignedIn(gateway)
                .given("a workspace exists", workspace(WORKSPACE.id(), WORKSPACE.name(), ADA.id()));
    }

    static PactDslWithState adaMayOnlyViewAWorkspace(PactDslWithProvider gateway) {
        return adaIsSignedIn(gateway)
                .given("a workspace exists", workspace(VIEWED_WORKSPACE.id(), VIEWED_WORKSPACE.name(), SOMEBODY_ELSE))
                .given(
                        "a user is a member",
                        Map.of("user", ADA.id(), "workspace", VIEWED_WORKSPACE.id(), "role", "viewer"));
    }

    static PactDslWithState adaIsNotAMember(PactDslWithProvider gateway) {
        return adaIsSignedIn(gateway)
                .given("a workspace exists", workspace(FOREIGN_WORKSPACE, "Vineyard", SOMEBODY_ELSE));
    }

    static PactDslWithState thereIsNoWorkspace(PactDslWithProvider gateway) {
        return adaIsSignedIn(gateway).given("no workspace exists", Map.of("id", UNKNOWN_WORKSPACE));
    }

    /** Somebody else's workspace, to which Ada is invited by the address that she signs in with. */
    static PactDslWithState adaIsInvitedTo(
            PactDslWithProvider gateway, String workspace, String name, String invitation) {
        return adaIsSignedIn(gateway)
                .given("a workspace exists", workspace(workspace, name, SOMEBODY_ELSE))
                .given("an invitation exists", invitation(invitation, workspace, ADA.email(), SOMEBODY_ELSE));
    }

    static Map<String, Object> invitation(String id, String workspace, String email, String invitedBy) {
        return Map.of("id", id, "workspace", workspace, "email", email, "role", "editor", "invitedBy", invitedBy);
    }

    static Map<String, Object> member(String id, String user, String workspace) {
        return Map.of("id", id, "user", user, "workspace", workspace, "role", "editor");
    }

    static Map<String, Object> workspace(String id, String name, String owner) {
        return Map.of("id", id, "name", name, "owner", owner, "version", 1);
    }
}
