package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.workspaces.Invitation;
import dev.treaty.consumer.apigateway.workspaces.MemberId;
import dev.treaty.consumer.apigateway.workspaces.Members;
import dev.treaty.provider.apigateway.downstream.ServiceCalls;
import dev.treaty.provider.service.problems.PlatformProblems;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The members of a workspace; workspace-service decides who may change them. */
final class MemberRoutes {

    private static final String ALL = "/v1/workspaces/{id}/members";
    private static final String ONE = ALL + "/{member}";

    private final Members members;
    private final ServiceCalls downstream;
    private final int largestBody;

    MemberRoutes(Members members, ServiceCalls downstream, int largestBody) {
        this.members = members;
        this.downstream = downstream;
        this.largestBody = largestBody;
    }

    void configure(RoutesConfig routes, Gate gate) {
        routes.get(ALL, gate.signedIn(this::list));
        routes.post(ALL, gate.signedIn(this::invite));
        routes.post(ONE + "/join", gate.signedIn(this::join));
        routes.delete(ONE, gate.signedIn(this::remove));
    }

    private void list(Context context, SignedInUser user) {
        var workspace = WorkspaceRoutes.id(context);

        Responses.write(
                context,
                downstream.call(() -> members.list(workspace, WorkspaceRoutes.caller(context, user))),
                listed -> Responses.json(context, 200, listed));
    }

    private void invite(Context context, SignedInUser user) {
        var workspace = WorkspaceRoutes.id(context);
        var body = RequestBody.read(context, largestBody, RequestBody.JSON, "email", "role");
        var invitation = new Invitation(body.text("email"), body.text("role"));

        Responses.write(
                context,
                downstream.call(() -> members.invite(workspace, invitation, WorkspaceRoutes.caller(context, user))),
                invited -> Responses.json(context, 201, invited));
    }

    private void join(Context context, SignedInUser user) {
        var workspace = WorkspaceRoutes.id(context);
        var invitation = member(context);

        Responses.write(
                context,
                downstream.call(() -> members.join(workspace, invitation, WorkspaceRoutes.caller(context, user))),
                joined -> Responses.json(context, 200, joined));
    }

    private void remove(Context context, SignedInUser user) {
        var workspace = WorkspaceRoutes.id(context);
        var member = member(context);

        Responses.write(
                context,
                downstream.call(() -> members.remove(workspace, member, WorkspaceRoutes.caller(context, user))),
                removed -> context.status(204));
    }

    /** A malformed id is the id of no member. */
    private static MemberId member(Context context) {
        try {
            return new MemberId(context.pathParam("member"));
        } catch (IllegalArgumentException e) {
            throw PlatformProblems.memberNotFound();
        }
    }
}
