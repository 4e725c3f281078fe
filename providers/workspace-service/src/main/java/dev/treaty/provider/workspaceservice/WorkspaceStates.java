package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import dev.treaty.provider.service.ProviderStates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings the service to the states of its contracts, in its own tables and by its own operations, under the very ids that the
 * contracts' requests name. What a state left behind in an earlier run that broke off is removed before it is entered.
 */
final class WorkspaceStates implements ProviderStates {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Precondition ANY_VERSION = Precondition.of("*");
    private static final String SOMEBODY_ELSE = "usr_7";

    private final Jdbi jdbi;
    private final Workspaces workspaces;
    private final Members members;
    private final StateTokens tokens;
    private final Map<String, Function<StateParameters, Map<String, Object>>> states = new TreeMap<>();

    WorkspaceStates(Jdbi jdbi, Workspaces workspaces, Members members, StateTokens tokens) {
        this.jdbi = jdbi;
        this.workspaces = workspaces;
        this.members = members;
        this.tokens = tokens;
        states.put("a user is signed in", user -> accessToken(user, user.text("id"), LIFETIME));
        states.put("an access token has expired", token -> accessToken(token, token.text("user"), LIFETIME.negated()));
        states.put("a workspace exists", this::exists);
        states.put("no workspace exists", this::nothing);
        states.put("a workspace name is available", this::nothing);
        states.put("a user is a member", this::isMember);
        states.put("a user is a member of several workspaces", this::isMemberOfSeveral);
        states.put("an idempotency key has been used", this::keyIsUsed);
        states.put("a workspace has been created", this::create);
        states.put("a workspace has been renamed", this::rename);
        states.put("a workspace has been deleted", this::delete);
        states.put("an invitation exists", this::invite);
    }

    @Override
    public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        var known = states.get(state);
        if (known == null) {
            throw new Problem(404, "unknown-state", "There is no such provider state")
                    .with("known", List.copyOf(states.keySet()));
        }
        return known.apply(new StateParameters(state, parameters));
    }

    /** Removes every workspace that the state names, and all that belongs to it. */
    @Override
    public void leave(String state, Map<String, @Nullable Object> parameters) {
        var left = new StateParameters(state, parameters);
        jdbi.useTransaction(handle -> remove(handle, left));
    }

    private Map<String, Object> accessToken(StateParameters state, String user, Duration lifetime) {
        return Map.of("accessToken", tokens.accessToken(new Caller(user, state.optional("email")), lifetime));
    }

    private Map<String, Object> nothing(StateParameters state) {
        jdbi.useTransaction(handle -> remove(handle, state));
        return Map.of();
    }

    private Map<String, Object> exists(StateParameters state) {
        var workspace = workspace(state.text("id"), state.text("name"), state.text("owner"), state.number("version"));
        jdbi.useTransaction(handle -> {
            remove(handle, state);
            WorkspaceRows.insert(handle, workspace, Optional.empty());
            state.optional("ownersMember").ifPresent(id -> name(handle, workspace.id(), workspace.owner(), id));
        });
        return Map.of();
    }

    private Map<String, Object> isMember(StateParameters state) {
        var role = Role.of(state.text("role")).orElseThrow();
        var workspace = state.text("workspace");
        var user = user(state.text("user"));
        jdbi.useTransaction(handle -> {
            MemberRows.insert(handle, workspace, role, user);
            state.optional("id").ifPresent(id -> name(handle, workspace, user.id(), id));
        });
        return Map.of();
    }

    /** Gives somebody in a workspace the id that the contract's requests name. */
    private static void name(Handle handle, String workspace, String userOrEmail, String id) {
        handle.execute(
                "UPDATE member SET id = ? WHERE workspace = ? AND (user_id = ? OR email = ?)",
                id,
                workspace,
                userOrEmail,
                userOrEmail);
    }

    /**
     * A user of nobody else's acquaintance has these workspaces and no others, whatever the contract's user has meanwhile. The
     * first is their own; the cursor leads to the last.
     */
    private Map<String, Object> isMemberOfSeveral(StateParameters state) {
        var user = user(Ids.user());
        var ids = state.texts("ids");
        var roles = List.of(Role.VIEWER, Role.EDITOR);
        jdbi.useTransaction(handle -> {
            remove(handle, state);
            for (var place = 0; place < ids.size(); place++) {
                var owner = place == 0 ? user.id() : SOMEBODY_ELSE;
                WorkspaceRows.insert(handle, workspace(ids.get(place), ids.get(place), owner, 1), Optional.empty());
                if (place > 0) {
                    MemberRows.insert(handle, ids.get(place), roles.get(place % 2), user);
                }
            }
        });
        var page = workspaces.list(user, new PageRequest(ids.size() - 1, 0));
        return Map.of("cursor", page.nextCursor().orElseThrow(), "accessToken", tokens.accessToken(user, LIFETIME));
    }

    private Map<String, Object> keyIsUsed(StateParameters state) {
        var key = IdempotencyKey.of(state.text("key"));
        jdbi.useTransaction(handle -> Creations.remember(handle, key, stored(handle, state.text("workspace"))));
        return Map.of();
    }

    private Map<String, Object> create(StateParameters state) {
        nothing(state);
        var created = workspaces.create(user(state.text("owner")), IdempotencyKey.of(Ids.event()), state.text("name"));
        return Map.of("id", created.id());
    }

    private Map<String, Object> rename(StateParameters state) {
        workspaces.rename(owner(state.text("id")), state.text("id"), ANY_VERSION, Optional.of(state.text("name")));
        return Map.of();
    }

    private Map<String, Object> delete(StateParameters state) {
        workspaces.delete(owner(state.text("id")), state.text("id"), ANY_VERSION);
        return Map.of();
    }

    private Map<String, Object> invite(StateParameters state) {
        var invited = members.invite(
                user(state.text("invitedBy")),
                state.text("workspace"),
                state.text("email"),
                Role.of(state.text("role")).orElseThrow());
        state.optional("id")
                .ifPresent(
                        id -> jdbi.useHandle(handle -> name(handle, state.text("workspace"), state.text("email"), id)));
        return Map.of("id", state.optional("id").orElse(invited.id()));
    }

    private static Workspace workspace(String id, String name, String owner, long version) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Workspace(id, name, owner, Role.OWNER, version, now);
    }

    private static Caller user(String id) {
        return new Caller(id, Optional.empty());
    }

    private Caller owner(String workspace) {
        return user(jdbi.withHandle(handle -> stored(handle, workspace)).owner());
    }

    private static Workspace stored(Handle handle, String id) {
        var owner = handle.createQuery("SELECT owner FROM workspace WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        return Access.toSee(handle, user(owner), id);
    }

    private static void remove(Handle handle, StateParameters state) {
        for (var id : state.workspaces(handle)) {
            handle.execute("DELETE FROM outbox WHERE workspace = ?", id);
            handle.execute("DELETE FROM creation WHERE workspace = ?", id);
            handle.execute("DELETE FROM workspace WHERE id = ?", id);
        }
    }
}
