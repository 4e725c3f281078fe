package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.workspaceservice.workspaces.FieldRules;
import dev.treaty.provider.workspaceservice.workspaces.PageRequest;
import dev.treaty.provider.workspaceservice.workspaces.Precondition;
import dev.treaty.provider.workspaceservice.workspaces.Workspace;
import dev.treaty.provider.workspaceservice.workspaces.Workspaces;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /workspaces}: reads requests and writes responses. */
final class WorkspaceRoutes {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Workspaces workspaces;
    private final CallerAuthentication authentication;

    WorkspaceRoutes(Workspaces workspaces, CallerAuthentication authentication) {
        this.workspaces = workspaces;
        this.authentication = authentication;
    }

    void configure(RoutesConfig routes) {
        routes.post("/workspaces", this::create);
        routes.get("/workspaces", this::list);
        routes.get("/workspaces/{id}", this::get);
        routes.patch("/workspaces/{id}", this::rename);
        routes.delete("/workspaces/{id}", this::delete);
    }

    private void create(Context context) {
        var caller = authentication.caller(context);
        var key = IdempotencyKey.of(header(context, "Idempotency-Key"));
        var body = RequestBody.read(context, "application/json");
        var name = body.text("name", FieldRules::name);
        body.check();

        var created = workspaces.create(caller, key, name);

        context.status(201).header("Location", "/workspaces/" + created.id());
        respond(context, created);
    }

    private void list(Context context) {
        var caller = authentication.caller(context);
        var page = workspaces.list(caller, PageRequest.of(context.queryParam("limit"), context.queryParam("cursor")));
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "items",
                page.items().stream()
                        .map(item -> Map.of("id", item.id(), "name", item.name(), "role", item.role()))
                        .toList());
        page.nextCursor().ifPresent(cursor -> body.put("nextCursor", cursor));
        context.json(body);
    }

    private void get(Context context) {
        respond(context, workspaces.get(authentication.caller(context), context.pathParam("id")));
    }

    /** A merge patch (RFC 7396). Only the name can be changed. */
    private void rename(Context context) {
        var caller = authentication.caller(context);
        var precondition = precondition(context);
        var patch = RequestBody.read(context, MERGE_PATCH);
        patch.acceptOnly("name");
        var name = patch.has("name") ? Optional.of(patch.text("name", FieldRules::name)) : Optional.<String>empty();
        patch.check();

        respond(context, workspaces.rename(caller, context.pathParam("id"), precondition, name));
    }

    private void delete(Context context) {
        workspaces.delete(authentication.caller(context), context.pathParam("id"), precondition(context));
        context.status(204);
    }

    private static Precondition precondition(Context context) {
        return Precondition.of(header(context, "If-Match"));
    }

    private static @Nullable String header(Context context, String name) {
        return HeaderFields.value(context, name).orElse(null);
    }

    private static void respond(Context context, Workspace workspace) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", workspace.id());
        body.put("name", workspace.name());
        body.put("role", workspace.role());
        body.put("createdAt", workspace.createdAt().toString());
        context.header("ETag", Precondition.entityTag(workspace)).json(body);
    }
}
