package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /workspaces}: what callers ask, and how they are answered. */
final class WorkspaceRoutes {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Workspaces workspaces;
    private final Callers callers;

    WorkspaceRoutes(Workspaces workspaces, Callers callers) {
        this.workspaces = workspaces;
        this.callers = callers;
    }

    void configure(RoutesConfig routes) {
        routes.post("/workspaces", this::create);
        routes.get("/workspaces", this::list);
        routes.get("/workspaces/{id}", this::get);
        routes.patch("/workspaces/{id}", this::rename);
        routes.delete("/workspaces/{id}", this::delete);
    }

    private void create(Context context) throws JsonProcessingException {
        var caller = caller(context);
        var key = IdempotencyKey.of(context.header("Idempotency-Key"));
        var body = RequestBody.read(context, "application/json");
        var name = body.text("name", FieldRules::name);
        body.check();

        var created = workspaces.create(caller, key, name);

        context.status(201).header("Location", "/workspaces/" + created.id());
        answer(context, created);
    }

    private void list(Context context) {
        var caller = caller(context);
        var page = workspaces.list(caller, PageRequest.of(context.queryParam("limit"), context.queryParam("cursor")));
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "items",
                page.items().stream()
                        .map(item -> Map.of("id", item.id(), "name", item.name(), "role", item.role()))
                        .toList());
        page.nextCursor().ifPresent(cursor -> answer.put("nextCursor", cursor));
        context.json(answer);
    }

    private void get(Context context) {
        answer(context, workspaces.get(caller(context), context.pathParam("id")));
    }

    /** A merge patch (RFC 7396): what is not in it stays, and of what there is only the name can be changed. */
    private void rename(Context context) throws JsonProcessingException {
        var caller = caller(context);
        var precondition = precondition(context);
        var patch = RequestBody.read(context, MERGE_PATCH);
        patch.only("name");
        var name = patch.has("name") ? Optional.of(patch.text("name", FieldRules::name)) : Optional.<String>empty();
        patch.check();

        answer(context, workspaces.rename(caller, context.pathParam("id"), precondition, name));
    }

    private void delete(Context context) {
        workspaces.delete(caller(context), context.pathParam("id"), precondition(context));
        context.status(204);
    }

    private Caller caller(Context context) {
        return callers.of(context.header("Authorization"));
    }

    private static Precondition precondition(Context context) {
        return Precondition.of(context.header("If-Match"));
    }

    private static void answer(Context context, Workspace workspace) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", workspace.id());
        body.put("name", workspace.name());
        body.put("role", workspace.role());
        body.put("createdAt", workspace.createdAt().toString());
        context.header("ETag", Precondition.entityTag(workspace)).json(body);
    }
}
