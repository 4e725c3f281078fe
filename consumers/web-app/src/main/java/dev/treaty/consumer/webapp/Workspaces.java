package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayConnection;
import dev.treaty.consumer.webapp.connection.GatewayFailure;
import dev.treaty.consumer.webapp.connection.GatewayRequest;
import dev.treaty.consumer.webapp.connection.GatewayResponse;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The workspaces of one user. Every method may throw a {@link GatewayFailure}, {@link SessionExpired} above all. */
public final class Workspaces {

    private static final String PATH = "/v1/workspaces";

    private final GatewayConnection gateway;
    private final Session session;

    Workspaces(GatewayConnection gateway, Session session) {
        this.gateway = gateway;
        this.session = session;
    }

    /**
     * Creates a workspace that the user owns.
     *
     * @param attempt a random id for this operation; if a response was lost, calling again with the same id creates
     *     no second workspace
     */
    public CreationResult create(String name, UUID attempt) {
        var response =
                send(GatewayRequest.post(PATH, Map.of("name", name)).with("Idempotency-Key", attempt.toString()));
        if (response.status() == 201) {
            return new CreationResult.Created(Workspace.of(response));
        }
        return switch (response.problem()) {
            case NAME_TAKEN -> new CreationResult.NameTaken();
            case INVALID_FIELDS -> Refusal.InvalidFields.of(response.document());
            default -> throw response.unexpected();
        };
    }

    /**
     * Lists all workspaces of the user, in the gateway's order, with as many calls as needed.
     *
     * @param pageSize how many to request with each call, 1 to 100
     */
    public List<WorkspaceSummary> all(int pageSize) {
        var all = new ArrayList<WorkspaceSummary>();
        var followed = new HashSet<String>();
        var query = "?limit=" + pageSize;
        while (true) {
            var response = send(GatewayRequest.get(PATH + query));
            if (response.status() != 200) {
                throw response.unexpected();
            }
            var page = response.document();
            all.addAll(page.list("items", WorkspaceSummary::of));
            var cursor = page.optionalText("nextCursor");
            if (cursor.isEmpty()) {
                return List.copyOf(all);
            }
            if (!followed.add(cursor.get())) {
                throw response.unexpected("its cursor leads back to a page that was already read");
            }
            query = "?limit=" + pageSize + "&cursor=" + GatewayRequest.encoded(cursor.get());
        }
    }

    /** Reads the workspace with an id. */
    public LookupResult find(String id) {
        var response = send(GatewayRequest.get(path(id)));
        if (response.status() == 200) {
            return new LookupResult.Found(Workspace.of(response));
        }
        return switch (response.problem()) {
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    /** Renames a workspace, unless somebody has changed it since this version was read. */
    public RenamingResult rename(Workspace workspace, String name) {
        var response = send(GatewayRequest.mergePatch(path(workspace.id()), Map.of("name", name))
                .with("If-Match", workspace.version()));
        if (response.status() == 200) {
            return new RenamingResult.Renamed(Workspace.of(response));
        }
        return switch (response.problem()) {
            case STALE_VERSION -> new Refusal.StaleVersion();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    /** Deletes a workspace and its contents, unless somebody has changed it since this version was read. */
    public DeletionResult delete(Workspace workspace) {
        var response = send(GatewayRequest.delete(path(workspace.id())).with("If-Match", workspace.version()));
        if (response.status() == 204) {
            return new DeletionResult.Deleted();
        }
        return switch (response.problem()) {
            case STALE_VERSION -> new Refusal.StaleVersion();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw response.unexpected();
        };
    }

    /** The members of a workspace. */
    public Members members(String workspaceId) {
        return new Members(gateway, session, path(workspaceId) + "/members");
    }

    private GatewayResponse send(GatewayRequest call) {
        return gateway.send(call.withToken(session.accessToken()));
    }

    private static String path(String id) {
        return PATH + "/" + GatewayRequest.encoded(id);
    }
}
