package dev.treaty.consumer.apigateway.workspaces;

import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.ServiceConnection;
import dev.treaty.consumer.apigateway.http.ServiceRequest;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.SuccessReader;

/**
 * The members of a workspace. Each call is made on behalf of a caller, like those of {@link WorkspaceService}, and may be
 * refused with {@code not-a-member} (403) or {@code workspace-not-found} (404).
 */
public final class Members {

    private final ServiceConnection service;

    Members(ServiceConnection service) {
        this.service = service;
    }

    /** Lists everybody who has joined a workspace or is invited to it. */
    public ServiceResponse<MemberList> list(WorkspaceId workspace, Caller caller) {
        return service.send(
                ServiceRequest.get(path(workspace), caller.requestId()).as(caller.accessToken()),
                SuccessReader.of(MemberList.class));
    }

    /**
     * Invites a person to a workspace; refused with {@code role-too-low} (403), {@code already-invited} (409) or
     * {@code invalid-fields} (422).
     */
    public ServiceResponse<Member> invite(WorkspaceId workspace, Invitation invitation, Caller caller) {
        return service.send(
                ServiceRequest.post(path(workspace), caller.requestId())
                        .as(caller.accessToken())
                        .json(invitation),
                SuccessReader.of(Member.class));
    }

    /**
     * Makes an invited caller a member; refused with {@code member-not-found} (404), also when the invitation is
     * somebody else's, or {@code already-a-member} (409). Repeatable: accepting the same invitation again succeeds as well.
     */
    public ServiceResponse<Member> join(WorkspaceId workspace, MemberId invitation, Caller caller) {
        return service.send(
                ServiceRequest.post(path(workspace, invitation) + "/join", caller.requestId())
                        .as(caller.accessToken())
                        .repeatedSafely(),
                SuccessReader.of(Member.class));
    }

    /**
     * Removes a member, or withdraws an invitation; members may remove themselves. Refused with {@code role-too-low} (403),
     * {@code member-not-found} (404) or {@code owner-stays} (409).
     */
    public ServiceResponse<NoContent> remove(WorkspaceId workspace, MemberId member, Caller caller) {
        return service.send(
                ServiceRequest.delete(path(workspace, member), caller.requestId())
                        .as(caller.accessToken()),
                SuccessReader.nothing());
    }

    private static String path(WorkspaceId workspace) {
        return workspace.path() + "/members";
    }

    private static String path(WorkspaceId workspace, MemberId member) {
        return path(workspace) + "/" + member.value();
    }
}
