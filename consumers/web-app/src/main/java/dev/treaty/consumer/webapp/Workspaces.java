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
     * Makes a workspace that the user owns.
     *
     * @param attempt a random id for what the user wants done; when an answer got lost, asking again with the same one makes
     *     no second workspace
     */
    public CreationResult create(String name, UUID attempt) {
        var answer = send(GatewayRequest.post(PATH, Map.of("name", name)).with("Idempotency-Key", attempt.toString()));
        if (answer.status() == 201) {
            return new CreationResult.Created(Workspace.of(answer));
        }
        return switch (answer.problem()) {
            case NAME_TAKEN -> new CreationResult.NameTaken();
            case INVALID_FIELDS -> Refusal.InvalidFields.of(answer.document());
            default -> throw answer.unexpected();
        };
    }

    /**
     * All workspaces of the user, in the gateway's order, however many calls that takes.
     *
     * @param pageSize how many to ask for with each call, 1 to 100
     */
    public List<WorkspaceSummary> all(int pageSize) {
        var all = new ArrayList<WorkspaceSummary>();
        var followed = new HashSet<String>();
        var query = "?limit=" + pageSize;
        while (true) {
            var answer = send(GatewayRequest.get(PATH + query));
            if (answer.status() != 200) {
                throw answer.unexpected();
            }
            var page = answer.document();
            all.addAll(page.list("items", WorkspaceSummary::of));
            var cursor = page.optionalText("nextCursor");
            if (cursor.isEmpty()) {
                return List.copyOf(all);
            }
            if (!followed.add(cursor.get())) {
                throw answer.unexpected("whose cursor leads back to a page already read");
            }
            query = "?limit=" + pageSize + "&cursor=" + GatewayRequest.encoded(cursor.get());
        }
    }

    /** The workspace of an id. */
    public LookupResult find(String id) {
        var answer = send(GatewayRequest.get(path(id)));
        if (answer.status() == 200) {
            return new LookupResult.Found(Workspace.of(answer));
        }
        return switch (answer.problem()) {
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /** Gives a workspace another name, unless somebody changed it since this version of it was read. */
    public RenamingResult rename(Workspace workspace, String name) {
        var answer = send(GatewayRequest.mergePatch(path(workspace.id()), Map.of("name", name))
                .with("If-Match", workspace.version()));
        if (answer.status() == 200) {
            return new RenamingResult.Renamed(Workspace.of(answer));
        }
        return switch (answer.problem()) {
            case STALE_VERSION -> new Refusal.StaleVersion();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /** Deletes a workspace with all that is in it, unless somebody changed it since this version of it was read. */
    public DeletionResult delete(Workspace workspace) {
        var answer = send(GatewayRequest.delete(path(workspace.id())).with("If-Match", workspace.version()));
        if (answer.status() == 204) {
            return new DeletionResult.Deleted();
        }
        return switch (answer.problem()) {
            case STALE_VERSION -> new Refusal.StaleVersion();
            case ROLE_TOO_LOW -> new Refusal.RoleTooLow();
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /** Who belongs to a workspace. */
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
