package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.workspaces.IdempotencyKey;
import dev.treaty.consumer.apigateway.workspaces.IfMatch;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.VersionedWorkspace;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceId;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import dev.treaty.provider.apigateway.downstream.ServiceCalls;
import dev.treaty.provider.service.problems.PlatformProblems;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Workspaces, for signed-in users; workspace-service decides what they may do there. */
final class WorkspaceRoutes {

    private static final String LIST = "/v1/workspaces";
    private static final String ONE = "/v1/workspaces/{id}";
    private static final int DEFAULT_LIMIT = 50;

    private final WorkspaceService workspaces;
    private final ServiceCalls downstream;
    private final int largestBody;

    WorkspaceRoutes(WorkspaceService workspaces, ServiceCalls downstream, int largestBody) {
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

    private void create(Context context, SignedInUser user) {
        var key = header(context, "Idempotency-Key", IdempotencyKey::new)
                .orElseThrow(PlatformProblems::idempotencyKeyMissing);
        var name =
                RequestBody.read(context, largestBody, RequestBody.JSON, "name").text("name");

        Responses.write(
                context, downstream.call(() -> workspaces.create(name, key, caller(context, user))), created -> {
                    context.header(
                            "Location", LIST + "/" + created.workspace().id().value());
                    versioned(context, 201, created);
                });
    }

    private void list(Context context, SignedInUser user) {
        var page = new PageRequest(limit(context), Optional.ofNullable(context.queryParam("cursor")));

        Responses.write(
                context,
                downstream.call(() -> workspaces.list(page, caller(context, user))),
                listed -> Responses.json(context, 200, listed));
    }

    private void open(Context context, SignedInUser user) {
        var id = id(context);

        Responses.write(
                context,
                downstream.call(() -> workspaces.get(id, caller(context, user))),
                found -> versioned(context, 200, found));
    }

    private void rename(Context context, SignedInUser user) {
        var id = id(context);
        var versions = versions(context);
        var name = RequestBody.read(context, largestBody, RequestBody.MERGE_PATCH, "name")
                .text("name");

        Responses.write(
                context,
                downstream.call(() -> workspaces.rename(id, name, versions, caller(context, user))),
                renamed -> versioned(context, 200, renamed));
    }

    private void delete(Context context, SignedInUser user) {
        var id = id(context);
        var versions = versions(context);

        Responses.write(
                context,
                downstream.call(() -> workspaces.delete(id, versions, caller(context, user))),
                deleted -> context.status(204));
    }

    static Caller caller(Context context, SignedInUser user) {
        return new Caller(Gate.requestId(context), user.token());
    }

    private static void versioned(Context context, int status, VersionedWorkspace versioned) {
        context.header("ETag", versioned.version().value());
        Responses.json(context, status, versioned.workspace());
    }

    /** A malformed id is the id of no workspace. */
    static WorkspaceId id(Context context) {
        try {
            return new WorkspaceId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw PlatformProblems.workspaceNotFound();
        }
    }

    /** Without it, a change could undo somebody else's (RFC 6585, section 3). */
    private static IfMatch versions(Context context) {
        return header(context, "If-Match", IfMatch::new).orElseThrow(PlatformProblems::ifMatchMissing);
    }

    private static int limit(Context context) {
        var limit = Optional.ofNullable(context.queryParam("limit")).orElse(String.valueOf(DEFAULT_LIMIT));
        if (!limit.matches("[1-9][0-9]{0,5}")) {
            throw PlatformProblems.invalidParameter("limit");
        }
        return Integer.parseInt(limit);
    }

    private static <T> Optional<T> header(Context context, String name, Function<String, T> parse) {
        try {
            return EndToEndHeaders.of(context).value(name).map(parse);
        } catch (IllegalArgumentException e) {
            throw PlatformProblems.invalidHeader(name);
        }
    }
}
