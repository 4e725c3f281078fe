package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.workspaceservice.workspaces.FieldRules;
import dev.treaty.provider.workspaceservice.workspaces.Member;
import dev.treaty.provider.workspaceservice.workspaces.Members;
import dev.treaty.provider.workspaceservice.workspaces.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /workspaces/{id}/members}: reads requests and writes responses. */
final class MemberRoutes {

    private static final String MEMBERS = "/workspaces/{id}/members";

    private final Members members;
    private final CallerAuthentication authentication;

    MemberRoutes(Members members, CallerAuthentication authentication) {
        this.members = members;
        this.authentication = authentication;
    }

    void configure(RoutesConfig routes) {
        routes.get(MEMBERS, this::list);
        routes.post(MEMBERS, this::invite);
        routes.post(MEMBERS + "/{member}/join", this::join);
        routes.delete(MEMBERS + "/{member}", this::remove);
    }

    private void list(Context context) {
        var everybody = members.list(authentication.caller(context), context.pathParam("id"));
        context.json(Map.of("items", everybody.stream().map(MemberRoutes::body).toList()));
    }

    private void invite(Context context) {
        var caller = authentication.caller(context);
        var body = RequestBody.read(context, "application/json");
        var email = body.text("email", FieldRules::email);
        var role = body.text("role", FieldRules::invitedRole);
        body.check();

        var invited = members.invite(
                caller, context.pathParam("id"), email, Role.of(role).orElseThrow());

        context.status(201).json(body(invited));
    }

    private void join(Context context) {
        context.json(body(
                members.join(authentication.caller(context), context.pathParam("id"), context.pathParam("member"))));
    }

    private void remove(Context context) {
        members.remove(authentication.caller(context), context.pathParam("id"), context.pathParam("member"));
        context.status(204);
    }

    private static Map<String, Object> body(Member member) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", member.id());
        member.email().ifPresent(email -> body.put("email", email));
        body.put("role", member.role());
        body.put("status", member.status());
        return body;
    }
}
