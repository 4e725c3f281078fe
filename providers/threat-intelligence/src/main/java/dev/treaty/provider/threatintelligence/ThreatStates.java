package dev.treaty.provider.threatintelligence;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.tokens.StateTokens;
import dev.treaty.provider.service.tokens.TokenUser;
import dev.treaty.provider.threatintelligence.analyses.Analyses;
import dev.treaty.provider.threatintelligence.analyses.AnalysisWorker;
import dev.treaty.provider.threatintelligence.reputation.Reputations;
import dev.treaty.provider.threatintelligence.sources.SourceHealth;
import dev.treaty.provider.threatintelligence.sources.SourceKeys;
import dev.treaty.provider.threatintelligence.sources.SourceLimits;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings the service to the provider states of its contracts. What the sources say of addresses is their own business: while the service is
 * verified, the stub server stands in for them, where 203.0.113.7 is bad and 192.0.2.100 is not.
 */
final class ThreatStates implements ProviderStates {

    static final String SIGNED_IN = "a user is signed in";
    static final String EXPIRED = "an access token has expired";
    static final String USED_UP = "a user has exhausted a rate limit";
    static final String KNOWN = "sources know an address";
    static final String DOWN = "sources are unavailable";
    static final String LIMITED = "a source has reached its limit";
    static final String ANALYSIS = "an analysis exists";
    static final String NO_ANALYSIS = "no analysis exists";
    static final String INDICATORS = "addresses have been judged";
    static final String JUDGED = "an address has been judged malicious";
    static final String FAILED = "a source has become unavailable";
    static final String RECOVERED = "a source has recovered";
    static final String KEY_EXPIRES = "the key of a source expires soon";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int FAILURES = 3;
    private static final String SOMEBODY = "usr_42";

    private final Jdbi jdbi;
    private final Parts parts;
    private final StateTokens tokens;
    private final Clock clock;
    private final Map<String, Function<Map<String, @Nullable Object>, Map<String, Object>>> states = new TreeMap<>();

    /** What the states are brought about with. */
    record Parts(
            Reputations reputations,
            Analyses analyses,
            AnalysisWorker worker,
            SourceLimits limits,
            SourceHealth health,
            SourceKeys keys,
            CallerLimit callers) {}

    ThreatStates(Jdbi jdbi, Parts parts, StateTokens tokens, Clock clock) {
        this.jdbi = jdbi;
        this.parts = parts;
        this.tokens = tokens;
        this.clock = clock;
        states.put(SIGNED_IN, this::signIn);
        states.put(EXPIRED, state -> accessToken(text(state, "user"), "security-viewer", LIFETIME.negated()));
        states.put(USED_UP, state -> done(() -> parts.callers().takeAll(text(state, "user"))));
        states.put(KNOWN, state -> Map.of());
        states.put(NO_ANALYSIS, state -> Map.of());
        states.put(DOWN, state -> done(() -> sources(state).forEach(this::fail)));
        states.put(LIMITED, this::limit);
        states.put(ANALYSIS, this::analyse);
        states.put(INDICATORS, this::judge);
        states.put(JUDGED, this::judge);
        states.put(FAILED, state -> done(() -> sources(state).forEach(this::fail)));
        states.put(RECOVERED, state -> done(() -> sources(state).forEach(this::recover)));
        states.put(KEY_EXPIRES, this::announceKey);
    }

    @Override
    public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        var known = states.get(state);
        if (known == null) {
            throw PlatformProblems.unknownState(state, states.keySet());
        }
        return known.apply(parameters);
    }

    @Override
    public void leave(String state, Map<String, @Nullable Object> parameters) {
        forget();
    }

    /** The first state of most interactions: nothing is left of the one before. */
    private Map<String, Object> signIn(Map<String, @Nullable Object> state) {
        forget();
        parts.callers().forget(text(state, "id"));
        return accessToken(text(state, "id"), text(state, "role"), LIFETIME);
    }

    private void forget() {
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM verdict");
            handle.execute("DELETE FROM indicator");
            handle.execute("DELETE FROM source_request");
            handle.execute("DELETE FROM report");
            handle.execute("DELETE FROM analysis");
            handle.execute(
                    "UPDATE source SET not_before = NULL, failures = 0, resting_until = NULL, failing_since = NULL,"
                            + " key_announced = NULL");
        });
    }

    private Map<String, Object> accessToken(String user, String role, Duration lifetime) {
        var caller = new TokenUser(user, Optional.empty(), Optional.empty(), Set.of(role));
        return Map.of("accessToken", tokens.accessToken(caller, clock.instant().plus(lifetime)));
    }

    private Map<String, Object> limit(Map<String, @Nullable Object> state) {
        var seconds = Long.parseLong(text(state, "seconds"));
        sources(state)
                .forEach(source -> parts.limits().pause(source, clock.instant().plusSeconds(seconds)));
        return Map.of();
    }

    private void fail(SourceName source) {
        for (var failure = 0; failure < FAILURES; failure++) {
            parts.health().failed(source);
        }
    }

    private void recover(SourceName source) {
        fail(source);
        parts.health().answered(source, Optional.empty());
    }

    private Map<String, Object> analyse(Map<String, @Nullable Object> state) {
        var ips = texts(state, "ips").stream().map(IpAddress::new).toList();
        jdbi.useTransaction(handle -> parts.analyses().insert(handle, text(state, "id"), text(state, "user"), ips));
        parts.worker().work();
        // Waits for the addresses that the service's own worker has taken meanwhile.
        jdbi.useTransaction(handle -> handle.createQuery("SELECT ip FROM analysis_item WHERE analysis = :id FOR UPDATE")
                .bind("id", text(state, "id"))
                .mapTo(String.class)
                .list());
        return Map.of();
    }

    /** Returns the cursor that leads to the last of them. */
    private Map<String, Object> judge(Map<String, @Nullable Object> state) {
        forget();
        texts(state, state.containsKey("ips") ? "ips" : "ip")
                .forEach(ip -> parts.reputations().of(SOMEBODY, new IpAddress(ip)));
        var cursor = jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(max(number), 0) - 1 FROM indicator")
                .mapTo(Long.class)
                .one());
        return Map.of("cursor", String.valueOf(cursor));
    }

    private Map<String, Object> announceKey(Map<String, @Nullable Object> state) {
        forget();
        var day = LocalDate.parse(text(state, "expiresOn"));
        sources(state).forEach(source -> parts.keys().announce(Map.of(source, day)));
        return Map.of();
    }

    private static Map<String, Object> done(Runnable action) {
        action.run();
        return Map.of();
    }

    private static List<SourceName> sources(Map<String, @Nullable Object> state) {
        return texts(state, state.containsKey("sources") ? "sources" : "source").stream()
                .map(name -> SourceName.of(name)
                        .orElseThrow(() -> PlatformProblems.invalidState("There is no source \"%s\"".formatted(name))))
                .toList();
    }

    private static String text(Map<String, @Nullable Object> state, String name) {
        return texts(state, name).get(0);
    }

    private static List<String> texts(Map<String, @Nullable Object> state, String name) {
        var value = state.get(name);
        if (value == null) {
            throw PlatformProblems.invalidState("The state needs \"%s\"".formatted(name));
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
