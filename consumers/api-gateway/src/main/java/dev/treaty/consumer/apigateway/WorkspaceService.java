package dev.treaty.consumer.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Keeps workspaces and who may do what in them. Each call is made in the name of a caller, whose token goes with it.
 *
 * <p>Every method waits at most {@link Timeouts#call()}, sends its call once, and throws nothing for what may happen to it.
 * Any call may be refused with {@code token-expired} (401).
 */
public final class WorkspaceService {

    private final Downstream service;

    /**
     * The workspace-service at an address.
     *
     * @param address e.g. {@code http://workspaces.internal:8082}; a path is kept
     */
    public WorkspaceService(URI address, Timeouts timeouts) {
        this.service = new Downstream("workspace-service", address, timeouts);
    }

    /** Who belongs to the workspaces. */
    public Members members() {
        return new Members(service);
    }

    /**
     * Creates a workspace that the caller owns; refused with {@code name-taken} (409) or {@code invalid-fields} (422,
     * {@code errors} says which).
     *
     * @param key makes the call repeatable: the same key creates one workspace, however often it comes
     */
    public Answer<VersionedWorkspace> create(String name, IdempotencyKey key, Caller caller) {
        return service.send(
                Call.post("/workspaces", caller.requestId())
                        .as(caller.accessToken())
                        .with("Idempotency-Key", key.value())
                        .json(Map.of("name", name))
                        .repeatedSafely(),
                WorkspaceService::versioned);
    }

    /** A page of the workspaces that the caller is a member of. */
    public Answer<WorkspacePage> list(PageRequest page, Caller caller) {
        var cursor = page.cursor().map(value -> "&cursor=" + encoded(value)).orElse("");
        return service.send(
                Call.get("/workspaces?limit=" + page.limit() + cursor, caller.requestId())
                        .as(caller.accessToken()),
                SuccessReader.of(WorkspacePage.class));
    }

    /** A workspace; refused with {@code not-a-member} (403) or {@code workspace-not-found} (404). */
    public Answer<VersionedWorkspace> get(WorkspaceId id, Caller caller) {
        return service.send(
                Call.get(path(id), caller.requestId()).as(caller.accessToken()), WorkspaceService::versioned);
    }

    /**
     * Renames a workspace; refused with {@code stale-version} (412), {@code role-too-low} or {@code not-a-member} (403),
     * {@code workspace-not-found} (404) or {@code invalid-fields} (422).
     *
     * @param version the one that the caller wants to change; refused when there is a newer one
     */
    public Answer<VersionedWorkspace> rename(WorkspaceId id, String name, EntityTag version, Caller caller) {
        return service.send(
                Call.patch(path(id), caller.requestId())
                        .as(caller.accessToken())
                        .with("If-Match", version.value())
                        .content("application/merge-patch+json", Map.of("name", name)),
                WorkspaceService::versioned);
    }

    /** Deletes a workspace; refused as {@link #rename} is. */
    public Answer<Done> delete(WorkspaceId id, EntityTag version, Caller caller) {
        return service.send(
                Call.delete(path(id), caller.requestId())
                        .as(caller.accessToken())
                        .with("If-Match", version.value()),
                SuccessReader.nothing());
    }

    static String path(WorkspaceId id) {
        return "/workspaces/" + id.value();
    }

    /** For a query: URLEncoder writes a blank as +, which not every service reads as one. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static VersionedWorkspace versioned(HttpResponse<byte[]> response) throws UnreadableAnswer {
        var version = response.headers()
                .firstValue("ETag")
                .flatMap(EntityTag::parse)
                .orElseThrow(() -> new UnreadableAnswer("it has no valid ETag"));
        return new VersionedWorkspace(Json.read(response.body(), Workspace.class), version);
    }
}
