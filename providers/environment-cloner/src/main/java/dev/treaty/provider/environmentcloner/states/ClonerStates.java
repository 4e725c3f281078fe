package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.cloner.Cloner;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.http.CloneStart;
import dev.treaty.provider.environmentcloner.http.Cursor;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.tokens.StateTokens;
import dev.treaty.provider.service.tokens.TokenUser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings the service to the provider states of its contracts, by its own operations and in real databases: a clone that is copying copies, and one
 * that has failed has failed. One interaction at a time: all share the sample's environments.
 */
public final class ClonerStates implements ProviderStates, AutoCloseable {

    public static final String SIGNED_IN = "a user is signed in";
    public static final String EXPIRED = "an access token has expired";
    public static final String ENVIRONMENTS = "environments exist";
    public static final String NO_ENVIRONMENT = "no environment exists";
    public static final String NO_CLONE = "no clone exists";
    public static final String NO_BACKUP = "no backup exists";
    public static final String NO_PROFILE = "no profile exists";
    public static final String UNREACHABLE = "an environment is unreachable";
    public static final String WRITABLE_SOURCE = "the role of a source can write";
    public static final String UNCLASSIFIED = "a column is unclassified";
    public static final String FULL = "no more clones are accepted";
    public static final String QUEUED = "a clone is queued";
    public static final String COPYING = "a clone is copying";
    public static final String COMPLETED = "a clone is completed";
    public static final String CANCELLED = "a clone was cancelled";
    public static final String FAILED = "a clone has failed";
    public static final String EMPTY_SOURCE = "a clone of an empty source is completed";
    public static final String SEVERAL = "several clones are over";
    public static final String KEY_USED = "an idempotency key has been used for a clone";
    public static final String BACKUP = "a backup exists";
    public static final String EXPIRING_BACKUP = "a backup expires soon";
    public static final String RESTORED = "a restoration is completed";
    public static final String REFUSED = "a clone into production was refused";

    /** More entries than a clone of the sample logs. */
    private static final int MANY = 1_000;

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Requester NOBODY_IN_PARTICULAR = new Requester("usr_7");

    /** The environment that no contract names. */
    private static final String BESIDE = "rehearsal";

    private final Jdbi jdbi;
    private final Cloner cloner;
    private final CloneStart start;
    private final StateTokens tokens;
    private final SampleWorld world;
    private final SampleClones clones;
    private final SampleBackups backups;
    private final Map<String, Function<StateParameters, Map<String, Object>>> states = new TreeMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private boolean changed;

    /**
     * States of a service that clones the sample.
     *
     * @param jdbi the service's own database
     * @param gate which the cloner listens to
     */
    public ClonerStates(
            Jdbi jdbi,
            Cloner cloner,
            CopyGate gate,
            CloneStart start,
            SampleServer sample,
            ClonerSettings settings,
            StateTokens tokens) {
        this.jdbi = jdbi;
        this.cloner = cloner;
        this.start = start;
        this.tokens = tokens;
        this.world = new SampleWorld(sample, settings.profiles());
        this.clones = new SampleClones(cloner.clones(), gate);
        this.backups = new SampleBackups(jdbi, clones, settings.backups());
        states.put(SIGNED_IN, user -> accessToken(user, user.text("id"), LIFETIME));
        states.put(EXPIRED, token -> accessToken(token, token.text("user"), LIFETIME.negated()));
        states.put(ENVIRONMENTS, this::nothing);
        states.put(NO_ENVIRONMENT, this::nothing);
        states.put(NO_CLONE, this::nothing);
        states.put(NO_BACKUP, this::nothing);
        states.put(NO_PROFILE, this::nothing);
        states.put(UNREACHABLE, this::unreachable);
        states.put(WRITABLE_SOURCE, this::writable);
        states.put(UNCLASSIFIED, this::unclassified);
        states.put(FULL, this::full);
        states.put(QUEUED, this::queued);
        states.put(COPYING, this::copying);
        states.put(COMPLETED, this::completed);
        states.put(CANCELLED, this::cancelled);
        states.put(FAILED, this::failed);
        states.put(EMPTY_SOURCE, this::emptySource);
        states.put(SEVERAL, this::several);
        states.put(KEY_USED, this::keyIsUsed);
        states.put(BACKUP, this::backupExists);
        states.put(EXPIRING_BACKUP, this::backupExpiresSoon);
        states.put(RESTORED, this::restored);
        states.put(REFUSED, this::refused);
    }

    @Override
    public synchronized Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        var known = states.get(state);
        if (known == null) {
            throw PlatformProblems.unknownState(state, states.keySet());
        }
        return known.apply(new StateParameters(state, parameters));
    }

    /** Ends every clone and undoes every change, whatever the state. */
    @Override
    public synchronized void leave(String state, Map<String, @Nullable Object> parameters) {
        if (changed) {
            clones.end(NOBODY_IN_PARTICULAR);
            world.restore();
            jdbi.useHandle(handle -> handle.execute("DELETE FROM idempotency_key"));
            changed = false;
        }
    }

    /** What the newest event after a state is about: the id of a clone, a backup or an environment. */
    public synchronized Optional<String> subject(String state) {
        return Optional.ofNullable(subjects.get(state));
    }

    private Map<String, Object> accessToken(StateParameters state, String user, Duration lifetime) {
        var owner = new TokenUser(
                user,
                state.optional("email"),
                state.optional("name"),
                state.optional("role").map(Set::of).orElse(Set.of()));
        return Map.of("accessToken", tokens.accessToken(owner, Instant.now().plus(lifetime)));
    }

    /** The request itself may start a clone, so something is to be undone afterwards. */
    private Map<String, Object> nothing(StateParameters state) {
        changed = true;
        return Map.of();
    }

    private Map<String, Object> unreachable(StateParameters state) {
        changed = true;
        world.disconnect(state.text("id"));
        return Map.of();
    }

    private Map<String, Object> writable(StateParameters state) {
        changed = true;
        world.allowWriting(state.text("environment"), "audit.audit_logs");
        return Map.of();
    }

    private Map<String, Object> unclassified(StateParameters state) {
        changed = true;
        world.declassify(state.text("column"));
        return Map.of();
    }

    /** One runs, and as many wait as may. */
    private Map<String, Object> full(StateParameters state) {
        changed = true;
        clones.copying(request(BESIDE), NOBODY_IN_PARTICULAR);
        clones.start(request("test"), NOBODY_IN_PARTICULAR);
        return Map.of();
    }

    private Map<String, Object> queued(StateParameters state) {
        changed = true;
        clones.copying(request(BESIDE), NOBODY_IN_PARTICULAR);
        return clone(state, clones.start(request(state), requester(state)));
    }

    private Map<String, Object> copying(StateParameters state) {
        changed = true;
        return clone(state, clones.copying(request(state), requester(state)));
    }

    /** The last one is as good as a new one, if the target still has its rows. */
    private Map<String, Object> completed(StateParameters state) {
        return clone(
                state,
                clones.newest(state.text("source"), state.text("target"))
                        .orElseGet(() -> complete(request(state), requester(state))));
    }

    private Operation complete(CloneRequest request, Requester requester) {
        changed = true;
        return clones.over(clones.start(request, requester), OperationState.COMPLETED);
    }

    private Map<String, Object> cancelled(StateParameters state) {
        changed = true;
        var requester = requester(state);
        var copying = clones.copying(request(state), requester);
        cloner.clones().cancel(copying.id(), requester);
        clones.goOn();
        return clone(state, clones.over(copying, OperationState.CANCELLED));
    }

    private Map<String, Object> failed(StateParameters state) {
        changed = true;
        return clone(
                state,
                switch (state.text("problem")) {
                    case "unclassified-columns" -> failedByColumn(state);
                    case "schema-is-unknown" -> failedBySchema(state);
                    default -> throw state.wrong("problem");
                });
    }

    private Operation failedByColumn(StateParameters state) {
        world.declassify("people.profiles.address");
        return clones.over(clones.start(request(state), requester(state)), OperationState.FAILED);
    }

    /** When the clone was asked for, its source had the schema that everybody knows; while it waited, it got another one. */
    private Operation failedBySchema(StateParameters state) {
        var first = clones.copying(request(BESIDE), NOBODY_IN_PARTICULAR);
        var second = clones.start(request(state), requester(state));
        world.migrateFurther();
        cloner.clones().cancel(first.id(), NOBODY_IN_PARTICULAR);
        clones.goOn();
        return clones.over(second, OperationState.FAILED);
    }

    private Map<String, Object> emptySource(StateParameters state) {
        changed = true;
        world.empty();
        return clone(state, complete(request(state), requester(state)));
    }

    private Map<String, Object> several(StateParameters state) {
        state.texts("clones").forEach(example -> complete(request(state), requester(state)));
        return Map.of();
    }

    private Map<String, Object> keyIsUsed(StateParameters state) {
        changed = true;
        var request = new CloneRequest(
                state.text("source"),
                state.text("target"),
                state.texts("systems"),
                state.optional("profile"),
                Optional.of(BackupKind.DATABASE),
                true,
                Map.of());
        return clone(state, start.start(request, requester(state), IdempotencyKey.of(state.text("key"))));
    }

    private Map<String, Object> backupExists(StateParameters state) {
        changed = true;
        return Map.of("backup", backups.create(state));
    }

    private Map<String, Object> backupExpiresSoon(StateParameters state) {
        changed = true;
        var backup = backups.expiringSoon(state);
        subjects.put(state.state(), backup);
        return Map.of("backup", backup);
    }

    private Map<String, Object> restored(StateParameters state) {
        changed = true;
        var clone = complete(
                SampleClones.request(SampleClones.PRODUCTION, state.text("environment"), BackupKind.DATABASE),
                requester(state));
        var backup = clone.backup().orElseThrow();
        var restoration = clones.over(
                cloner.backups().restore(backup, requester(state), InTransaction.NOTHING), OperationState.COMPLETED);
        subjects.put(state.state(), restoration.id());
        return Map.of("backup", backup, "restoration", restoration.id());
    }

    private Map<String, Object> refused(StateParameters state) {
        try {
            clones.start(request(state), requester(state));
        } catch (WallRefusal refusal) {
            subjects.put(state.state(), refusal.environment());
            return Map.of();
        }
        throw new IllegalStateException("a clone into production was not refused");
    }

    private Map<String, Object> clone(StateParameters state, Operation clone) {
        subjects.put(state.state(), clone.id());
        return state.optional("cursor").isEmpty()
                ? Map.of("clone", clone.id())
                : Map.of("clone", clone.id(), "cursor", cursor(clone));
    }

    /** Behind the second entry of a clone that is over, or the last one of a clone that runs. */
    private String cursor(Operation clone) {
        var limit = clone.state().isFinal() ? 2 : MANY;
        var entries = cloner.clones()
                .log(clone.id(), LogLevel.INFO, OptionalLong.empty(), limit)
                .items();
        return Cursor.after(entries.get(entries.size() - 1).number());
    }

    private static CloneRequest request(StateParameters state) {
        return SampleClones.request(state.text("source"), state.text("target"), BackupKind.DATABASE);
    }

    private static CloneRequest request(String target) {
        return SampleClones.request(SampleClones.PRODUCTION, target, BackupKind.DATABASE);
    }

    private static Requester requester(StateParameters state) {
        return new Requester(state.optional("by").orElse("usr_42"));
    }

    /** Holds nothing up any longer. */
    @Override
    public synchronized void close() {
        clones.goOn();
    }
}
