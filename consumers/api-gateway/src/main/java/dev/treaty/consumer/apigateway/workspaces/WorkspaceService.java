package dev.treaty.consumer.apigateway.workspaces;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.http.Json;
import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.ServiceConnection;
import dev.treaty.consumer.apigateway.http.ServiceRequest;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.SuccessReader;
import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.consumer.apigateway.http.UnreadableResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Keeps workspaces and their members' roles. Each call is made on behalf of a caller, whose token is sent with it.
 *
 * <p>Every method waits at most {@link Timeouts#call()}, sends its call once, and returns failures instead of throwing them.
 * Any call may be refused with {@code token-expired} (401).
 */
public final class WorkspaceService {

    private final ServiceConnection service;

    /**
     * Connects to the workspace-service at an address.
     *
     * @param address e.g. {@code http://workspaces.internal:8082}; a path is kept
     */
    public WorkspaceService(URI address, Timeouts timeouts) {
        this.service = new ServiceConnection("workspace-service", address, timeouts);
    }

    /** The members of the workspaces. */
    public Members members() {
        return new Members(service);
    }

    /**
     * Creates a workspace that the caller owns; refused with {@code name-taken} (409) or {@code invalid-fields} (422,
     * {@code errors} says which).
     *
     * @param key makes the call repeatable: the same key creates one workspace, however often it is sent
     */
    public ServiceResponse<VersionedWorkspace> create(String name, IdempotencyKey key, Caller caller) {
        return service.send(
                ServiceRequest.post("/workspaces", caller.requestId())
                        .as(caller.accessToken())
                        .with("Idempotency-Key", key.value())
                        .json(Map.of("name", name))
                        .repeatedSafely(),
                WorkspaceService::versioned);
    }

    /** Lists one page of the workspaces that the caller is a member of. */
    public ServiceResponse<WorkspacePage> list(PageRequest page, Caller caller) {
        var cursor = page.cursor().map(value -> "&cursor=" + encoded(value)).orElse("");
        return service.send(
                ServiceRequest.get("/workspaces?limit=" + page.limit() + cursor, caller.requestId())
                        .as(caller.accessToken()),
                SuccessReader.of(WorkspacePage.class));
    }

    /** Reads a workspace; refused with {@code not-a-member} (403) or {@code workspace-not-found} (404). */
    public ServiceResponse<VersionedWorkspace> get(WorkspaceId id, Caller caller) {
        return service.send(
                ServiceRequest.get(id.path(), caller.requestId()).as(caller.accessToken()),
                WorkspaceService::versioned);
    }

    /**
     * Renames a workspace; refused with {@code stale-version} (412), {@code role-too-low} or {@code not-a-member} (403),
     * {@code workspace-not-found} (404) or {@code invalid-fields} (422).
     *
     * @param versions those that the caller is willing to change; refused if the workspace is in another one
     */
    public ServiceResponse<VersionedWorkspace> rename(WorkspaceId id, String name, IfMatch versions, Caller caller) {
        return service.send(
                ServiceRequest.patch(id.path(), caller.requestId())
                        .as(caller.accessToken())
                        .with("If-Match", versions.value())
                        .content("application/merge-patch+json", Map.of("name", name)),
                WorkspaceService::versioned);
    }

    /** Deletes a workspace; refused for the same reasons as {@link #rename}. */
    public ServiceResponse<NoContent> delete(WorkspaceId id, IfMatch versions, Caller caller) {
        return service.send(
                ServiceRequest.delete(id.path(), caller.requestId())
                        .as(caller.accessToken())
                        .with("If-Match", versions.value()),
                SuccessReader.nothing());
    }

    /** For a query: URLEncoder encodes a space as +, which not every service decodes as a space. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static VersionedWorkspace versioned(HttpResponse<byte[]> response) throws UnreadableResponse {
        var version = response.headers()
                .firstValue("ETag")
                .flatMap(EntityTag::parse)
                .orElseThrow(() -> new UnreadableResponse("it has no valid ETag"));
        return new VersionedWorkspace(Json.read(response.body(), Workspace.class), version);
    }
}
