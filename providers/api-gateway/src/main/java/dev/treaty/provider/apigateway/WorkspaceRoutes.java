package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.workspaces.EntityTag;
import dev.treaty.consumer.apigateway.workspaces.IdempotencyKey;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.VersionedWorkspace;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceId;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import dev.treaty.provider.service.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Workspaces, for who is signed in; what they may do there, workspace-service decides. */
final class WorkspaceRoutes {

    private static final String LIST = "/v1/workspaces";
    private static final String ONE = "/v1/workspaces/{id}";
    private static final int USUAL_LIMIT = 50;

    private final WorkspaceService workspaces;
    private final Downstream downstream;
    private final int largestBody;

    WorkspaceRoutes(WorkspaceService workspaces, Downstream downstream, int largestBody) {
        this.workspaces = workspaces;
        this.downstream = downstream;
        this.largestBody = largestBody;
    }

    void configure(RoutesConfig routes, Gate gate) {
        routes.post(LIST, gate.signedIn(this::create));
        routes.get(LIST, gate.signedIn(this::list));
        routes.get(ONE, gate.signedIn(this::open));
        routes.patch(ONE, gate.signedIn(this::rename));
        routes.delete(ONE, gate.signedIn(this::delete));
    }

    private void create(Context context, SignedIn user) {
        var key = header(context, "Idempotency-Key", IdempotencyKey::new)
                .orElseThrow(() -> new Problem(400, "idempotency-key-missing", "Send an Idempotency-Key"));
        var name =
                RequestBody.read(context, largestBody, RequestBody.JSON, "name").text("name");

        Replies.give(context, downstream.call(() -> workspaces.create(name, key, caller(context, user))), created -> {
            context.header("Location", LIST + "/" + created.workspace().id().value());
            versioned(context, 201, created);
        });
    }

    private void list(Context context, SignedIn user) {
        var page = new PageRequest(limit(context), Optional.ofNullable(context.queryParam("cursor")));

        Replies.give(
                context,
                downstream.call(() -> workspaces.list(page, caller(context, user))),
                listed -> Replies.json(context, 200, listed));
    }

    private void open(Context context, SignedIn user) {
        var id = id(context);

        Replies.give(
                context,
                downstream.call(() -> workspaces.get(id, caller(context, user))),
                found -> versioned(context, 200, found));
    }

    private void rename(Context context, SignedIn user) {
        var id = id(context);
        var version = version(context);
        var name = RequestBody.read(context, largestBody, RequestBody.MERGE_PATCH, "name")
                .text("name");

        Replies.give(
                context,
                downstream.call(() -> workspaces.rename(id, name, version, caller(context, user))),
                renamed -> versioned(context, 200, renamed));
    }

    private void delete(Context context, SignedIn user) {
        var id = id(context);
        var version = version(context);

        Replies.give(
                context,
                downstream.call(() -> workspaces.delete(id, version, caller(context, user))),
                deleted -> context.status(204));
    }

    static Caller caller(Context context, SignedIn user) {
        return new Caller(Gate.requestId(context), user.token());
    }

    private static void versioned(Context context, int status, VersionedWorkspace versioned) {
        context.header("ETag", versioned.version().value());
        Replies.json(context, status, versioned.workspace());
    }

    /** There can be no workspace whose id is none. */
    static WorkspaceId id(Context context) {
        try {
            return new WorkspaceId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new Problem(404, "workspace-not-found", "There is no such workspace");
        }
    }

    /** Without it, a change might undo somebody else's (RFC 6585, section 3). */
    private static EntityTag version(Context context) {
        return header(context, "If-Match", EntityTag::new)
                .orElseThrow(() -> new Problem(428, "if-match-missing", "Send the version to change as If-Match"));
    }

    private static int limit(Context context) {
        var limit = Optional.ofNullable(context.queryParam("limit")).orElse(String.valueOf(USUAL_LIMIT));
        if (!limit.matches("[1-9][0-9]{0,5}")) {
            throw new Problem(400, "invalid-parameter", "A parameter of the query is not valid")
                    .with("parameter", "limit");
        }
        return Integer.parseInt(limit);
    }

    private static <T> Optional<T> header(Context context, String name, Function<String, T> parse) {
        try {
            return EndToEndHeaders.of(context).value(name).map(parse);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid-header", "A header field is not valid").with("header", name);
        }
    }
}
