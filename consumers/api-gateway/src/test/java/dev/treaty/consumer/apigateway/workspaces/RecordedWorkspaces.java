package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.at;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import dev.treaty.consumer.recording.Examples;
import java.util.Map;

/**
 * What the recorded interactions with workspace-service have in common.
 *
 * <p>There are four workspaces: the caller owns {@code ws_42}, may only read {@code ws_43}, is not a member of
 * {@code ws_77}, and {@code ws_99} does not exist. Where the caller is allowed, the contract leaves the id open; where
 * not, it is exact, so that a stub that replays the contract can select the response by the id.
 */
final class RecordedWorkspaces {

    static final WorkspaceId OWNED = new WorkspaceId("ws_42");
    static final WorkspaceId VIEWED = new WorkspaceId("ws_43");
    static final WorkspaceId FOREIGN = new WorkspaceId("ws_77");
    static final WorkspaceId UNKNOWN = new WorkspaceId("ws_99");

    static final String ANY_PATH = "/workspaces/ws_[A-Za-z0-9]+";
    static final String OWNED_PATH = "/workspaces/ws_42";
    static final String VIEWED_PATH = "/workspaces/ws_43";
    static final String FOREIGN_PATH = "/workspaces/ws_77";
    static final String UNKNOWN_PATH = "/workspaces/ws_99";

    /** The id of a member of a workspace, or of an invitation. */
    static final String ANY_MEMBER = "(mem|inv)_[A-Za-z0-9]+";

    /** An id that does not exist. */
    static final MemberId UNKNOWN_MEMBER = new MemberId("inv_99");

    /** RFC 9110, section 8.8.3, without weak tags, which never match an If-Match. */
    static final String ETAG_REGEX = "\"[!#-~]+\"";

    static final EntityTag VERSION_1 = new EntityTag("\"1\"");
    static final EntityTag STALE_VERSION = new EntityTag("\"0\"");

    private RecordedWorkspaces() {}

    static PactDslWithState signedIn(PactDslWithProvider workspaceService) {
        return workspaceService.given("a user is signed in", Map.of("id", "usr_42"));
    }

    static PactDslWithState whoOwnsAWorkspace(PactDslWithProvider workspaceService) {
        return signedIn(workspaceService)
                .given("a workspace exists", Map.of("id", "ws_42", "name", "Harvest", "owner", "usr_42", "version", 1));
    }

    static PactDslWithState whoMayOnlyLookIntoAWorkspace(PactDslWithProvider workspaceService) {
        return signedIn(workspaceService)
                .given("a workspace exists", Map.of("id", "ws_43", "name", "Orchard", "owner", "usr_7", "version", 1))
                .given("a user is a member", Map.of("user", "usr_42", "workspace", "ws_43", "role", "viewer"));
    }

    static PactDslWithState whoIsNoMemberOfAWorkspace(PactDslWithProvider workspaceService) {
        return signedIn(workspaceService)
                .given("a workspace exists", Map.of("id", "ws_77", "name", "Vineyard", "owner", "usr_7", "version", 1));
    }

    static PactDslWithState whoAsksForNoWorkspace(PactDslWithProvider workspaceService) {
        return signedIn(workspaceService).given("no workspace exists", Map.of("id", "ws_99"));
    }

    /** A caller whose token contains the address that invitations go to. */
    static PactDslWithState whoIsInvitedTo(
            PactDslWithProvider workspaceService, String workspace, String name, MemberId invitation) {
        return workspaceService
                .given("a user is signed in", Map.of("id", "usr_42", "email", "ada@example.org"))
                .given("a workspace exists", Map.of("id", workspace, "name", name, "owner", "usr_7", "version", 1))
                .given("an invitation exists", invitation(invitation, workspace, "ada@example.org", "usr_7"));
    }

    static Map<String, Object> invitation(MemberId id, String workspace, String email, String invitedBy) {
        return Map.of(
                "id", id.value(), "workspace", workspace, "email", email, "role", "editor", "invitedBy", invitedBy);
    }

    /** A response with a whole workspace. */
    static PactDslResponse versioned(PactDslResponse response, String name, EntityTag version) {
        return response.matchHeader("ETag", ETAG_REGEX, version.value())
                .body(newJsonBody(workspace -> {
                            workspace.stringMatcher("id", "ws_[A-Za-z0-9]+", "ws_42");
                            workspace.stringType("name", name);
                            workspace.stringMatcher("role", "owner|editor|viewer", "owner");
                            workspace.stringMatcher(
                                    "createdAt", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", Examples.NOW.toString());
                        })
                        .build());
    }

    /** The caller's own workspace, as in the response of {@link #versioned}. */
    static VersionedWorkspace owned(String name, EntityTag version) {
        return new VersionedWorkspace(new Workspace(OWNED, name, "owner", Examples.NOW), version);
    }

    static WorkspaceService service(MockServer workspaceService) {
        return new WorkspaceService(at(workspaceService), TIMEOUTS);
    }
}
