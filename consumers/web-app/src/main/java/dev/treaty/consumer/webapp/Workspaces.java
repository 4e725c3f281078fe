package dev.treaty.consumer.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
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
    public Creation create(String name, UUID attempt) {
        var answer = send(Call.post(PATH, Map.of("name", name)).with("Idempotency-Key", attempt.toString()));
        if (answer.status() == 201) {
            return new Creation.Created(Workspace.of(answer));
        }
        return switch (answer.problem()) {
            case NAME_TAKEN -> new Creation.NameTaken();
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
            var answer = send(Call.get(PATH + query));
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
            query = "?limit=" + pageSize + "&cursor=" + encoded(cursor.get());
        }
    }

    /** The workspace of an id. */
    public Lookup find(String id) {
        var answer = send(Call.get(path(id)));
        if (answer.status() == 200) {
            return new Lookup.Found(Workspace.of(answer));
        }
        return switch (answer.problem()) {
            case NOT_A_MEMBER -> new Refusal.NotAMember();
            case WORKSPACE_NOT_FOUND -> new Refusal.UnknownWorkspace();
            default -> throw answer.unexpected();
        };
    }

    /** Gives a workspace another name, unless somebody changed it since this version of it was read. */
    public Renaming rename(Workspace workspace, String name) {
        var answer =
                send(Call.mergePatch(path(workspace.id()), Map.of("name", name)).with("If-Match", workspace.version()));
        if (answer.status() == 200) {
            return new Renaming.Renamed(Workspace.of(answer));
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
    public Deletion delete(Workspace workspace) {
        var answer = send(Call.delete(path(workspace.id())).with("If-Match", workspace.version()));
        if (answer.status() == 204) {
            return new Deletion.Deleted();
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

    private Answer send(Call call) {
        return gateway.send(call.as(session));
    }

    private static String path(String id) {
        return PATH + "/" + encoded(id);
    }

    static String encoded(String text) {
        // URLEncoder writes forms, in which a blank is a plus; in a path it is not.
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
