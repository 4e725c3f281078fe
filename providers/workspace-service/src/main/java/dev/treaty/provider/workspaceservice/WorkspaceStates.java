package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.tokens.StateTokens;
import dev.treaty.provider.service.tokens.TokenUser;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import dev.treaty.provider.workspaceservice.workspaces.IdempotentCreations;
import dev.treaty.provider.workspaceservice.workspaces.Ids;
import dev.treaty.provider.workspaceservice.workspaces.MemberRows;
import dev.treaty.provider.workspaceservice.workspaces.Members;
import dev.treaty.provider.workspaceservice.workspaces.PageRequest;
import dev.treaty.provider.workspaceservice.workspaces.Precondition;
import dev.treaty.provider.workspaceservice.workspaces.Role;
import dev.treaty.provider.workspaceservice.workspaces.Workspace;
import dev.treaty.provider.workspaceservice.workspaces.WorkspaceAccess;
import dev.treaty.provider.workspaceservice.workspaces.WorkspaceRows;
import dev.treaty.provider.workspaceservice.workspaces.Workspaces;
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
 * Brings the service to the provider states of its contracts, by its own operations, with exactly the ids that the contracts' requests name.
 * What an earlier, interrupted run left behind is removed first.
 */
final class WorkspaceStates implements ProviderStates {

    static final String SIGNED_IN = "a user is signed in";
    static final String EXPIRED = "an access token has expired";
    static final String EXISTS = "a workspace exists";
    static final String NONE = "no workspace exists";
    static final String FREE_NAME = "a workspace name is available";
    static final String MEMBER = "a user is a member";
    static final String MEMBER_OF_SEVERAL = "a user is a member of several workspaces";
    static final String KEY_USED = "an idempotency key has been used";
    static final String CREATED = "a workspace has been created";
    static final String RENAMED = "a workspace has been renamed";
    static final String DELETED = "a workspace has been deleted";
    static final String INVITED = "an invitation exists";

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
        states.put(SIGNED_IN, user -> accessToken(user, user.text("id"), LIFETIME));
        states.put(EXPIRED, token -> accessToken(token, token.text("user"), LIFETIME.negated()));
        states.put(EXISTS, this::exists);
        states.put(NONE, this::nothing);
        states.put(FREE_NAME, this::nothing);
        states.put(MEMBER, this::isMember);
        states.put(MEMBER_OF_SEVERAL, this::isMemberOfSeveral);
        states.put(KEY_USED, this::keyIsUsed);
        states.put(CREATED, this::create);
        states.put(RENAMED, this::rename);
        states.put(DELETED, this::delete);
        states.put(INVITED, this::invite);
    }

    @Override
    public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        var known = states.get(state);
        if (known == null) {
            throw PlatformProblems.unknownState(state, states.keySet());
        }
        return known.apply(new StateParameters(state, parameters));
    }

    /** Removes every workspace that the state names, with everything that belongs to it. */
    @Override
    public void leave(String state, Map<String, @Nullable Object> parameters) {
        var left = new StateParameters(state, parameters);
        jdbi.useTransaction(handle -> remove(handle, left));
    }

    private Map<String, Object> accessToken(StateParameters state, String user, Duration lifetime) {
        var owner = new TokenUser(user, state.optional("email"), Optional.empty());
        return Map.of("accessToken", tokens.accessToken(owner, Instant.now().plus(lifetime)));
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

    /** Gives a member the id that the contract's requests name. */
    private static void name(Handle handle, String workspace, String userOrEmail, String id) {
        handle.execute(
                "UPDATE member SET id = ? WHERE workspace = ? AND (user_id = ? OR email = ?)",
                id,
                workspace,
                userOrEmail,
                userOrEmail);
    }

    /**
     * Gives a new user these workspaces and no others, whatever the contract's user has by now. The user owns the first; the cursor leads to
     * the last.
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
        var token = tokens.accessToken(
                new TokenUser(user.id(), Optional.empty(), Optional.empty()),
                Instant.now().plus(LIFETIME));
        var page = workspaces.list(user, new PageRequest(ids.size() - 1, 0));
        return Map.of("cursor", page.nextCursor().orElseThrow(), "accessToken", token);
    }

    private Map<String, Object> keyIsUsed(StateParameters state) {
        var key = IdempotencyKey.of(state.text("key"));
        jdbi.useTransaction(
                handle -> IdempotentCreations.remember(handle, key, stored(handle, state.text("workspace"))));
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
        return WorkspaceAccess.toSee(handle, user(owner), id);
    }

    private static void remove(Handle handle, StateParameters state) {
        for (var id : state.workspaces(handle)) {
            handle.execute("DELETE FROM outbox WHERE subject = ?", id);
            handle.execute("DELETE FROM creation WHERE workspace = ?", id);
            handle.execute("DELETE FROM workspace WHERE id = ?", id);
        }
    }
}
