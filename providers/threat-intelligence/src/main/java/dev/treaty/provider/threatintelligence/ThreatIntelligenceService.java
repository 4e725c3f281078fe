package dev.treaty.provider.threatintelligence;

import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.threatintelligence.abuseipdb.AbuseIpDb;
import dev.treaty.consumer.threatintelligence.misp.Misp;
import dev.treaty.consumer.threatintelligence.virustotal.VirusTotal;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.Housekeeping;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.service.http.HttpService;
import dev.treaty.provider.service.http.ReadinessCheck;
import dev.treaty.provider.service.outbox.OutboxRelay;
import dev.treaty.provider.service.outbox.RelayLoop;
import dev.treaty.provider.service.outbox.WebhookPublisher;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.KeyLookup;
import dev.treaty.provider.service.tokens.KeySetCache;
import dev.treaty.provider.service.tokens.KeySetClient;
import dev.treaty.provider.service.tokens.RsaKeys;
import dev.treaty.provider.service.tokens.StateTokens;
import dev.treaty.provider.threatintelligence.analyses.Analyses;
import dev.treaty.provider.threatintelligence.analyses.AnalysisWorker;
import dev.treaty.provider.threatintelligence.reports.AbuseIpDbTarget;
import dev.treaty.provider.threatintelligence.reports.MispTarget;
import dev.treaty.provider.threatintelligence.reports.ReportTarget;
import dev.treaty.provider.threatintelligence.reports.Reports;
import dev.treaty.provider.threatintelligence.reputation.Indicators;
import dev.treaty.provider.threatintelligence.reputation.Reputations;
import dev.treaty.provider.threatintelligence.sources.AbuseIpDbSource;
import dev.treaty.provider.threatintelligence.sources.MispSource;
import dev.treaty.provider.threatintelligence.sources.SourceHealth;
import dev.treaty.provider.threatintelligence.sources.SourceKeys;
import dev.treaty.provider.threatintelligence.sources.SourceLimits;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import dev.treaty.provider.threatintelligence.sources.SourceReport;
import dev.treaty.provider.threatintelligence.sources.Sources;
import dev.treaty.provider.threatintelligence.sources.VirusTotalSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service: what it consists of, and its command line. */
public final class ThreatIntelligenceService implements RunningService {

    static final String NAME = ThreatSettings.SERVICE.name();

    private static final int REQUESTS_PER_MINUTE = 60;
    private static final int ATTEMPTS = 10;
    private static final Duration RELAY_PAUSE = Duration.ofMillis(200);
    private static final Duration WORK_PAUSE = Duration.ofSeconds(1);
    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);

    /** What the service itself needs, so that callers have a verdict in two seconds although a source does not answer. */
    private static final Duration MARGIN = Duration.ofMillis(200);

    private final HttpService http;
    private final Database database;
    private final @Nullable ThreatStates states;

    private ThreatIntelligenceService(HttpService http, Database database, @Nullable ThreatStates states) {
        this.http = http;
        this.database = database;
        this.states = states;
    }

    /** Runs the service until the process is stopped. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                ThreatSettings.SERVICE,
                (options, environment) ->
                        start(options, ThreatSettings.of(environment), RsaKeys::generate, Clock.systemUTC()),
                arguments));
    }

    /**
     * Starts it; it responds when this returns.
     *
     * @param keyGenerator makes the key that signs the tokens of provider states; called only if these are on
     */
    static ThreatIntelligenceService start(
            ServiceOptions options, ThreatSettings settings, Supplier<RSAKey> keyGenerator, Clock clock) {
        var tokens = options.providerStates() ? new StateTokens(keyGenerator.get(), settings.tokens()) : null;
        var keySet = settings.keys().map(KeySetClient::new);
        var callers = new CallerLimit(REQUESTS_PER_MINUTE, clock);
        var authentication = new CallerAuthentication(
                new AccessTokenVerifier(settings.tokens(), clock), keys(keySet, tokens, clock), callers);
        var database = Database.open(NAME, options.databaseUrl());
        try {
            var http = HttpService.named(NAME, options).needs(ReadinessCheck.of("database", database::responds));
            keySet.ifPresent(keys -> http.needs(ReadinessCheck.of("keys of auth-service", keys::responds)));
            var states = assemble(http, settings, database, authentication, callers, tokens, clock);
            settings.events().ifPresent(receiver -> relay(http, database, receiver));
            return new ThreatIntelligenceService(http.closes(database).start(), database, states);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private static @Nullable ThreatStates assemble(
            HttpService.Builder http,
            ThreatSettings settings,
            Database database,
            CallerAuthentication authentication,
            CallerLimit callers,
            @Nullable StateTokens tokens,
            Clock clock) {
        var jdbi = database.jdbi();
        var timeouts = new Timeouts(settings.sourceTimeout(), settings.sourceTimeout());
        var virusTotal = access(settings, SourceName.VIRUSTOTAL);
        var abuseIpDb = client(access(settings, SourceName.ABUSEIPDB), timeouts, clock);
        var mispAccess = access(settings, SourceName.MISP);
        var misp = new Misp(mispAccess.address(), mispAccess.key(), timeouts, clock);
        var limits = new SourceLimits(jdbi, clock, settings.limits());
        var health = new SourceHealth(jdbi, clock);
        var sources = new Sources(
                List.of(
                        new VirusTotalSource(new VirusTotal(virusTotal.address(), virusTotal.key(), timeouts, clock)),
                        new AbuseIpDbSource(abuseIpDb),
                        new MispSource(misp)),
                limits,
                health,
                settings.sourceTimeout().plus(MARGIN));
        var reputations = new Reputations(jdbi, sources, clock);
        var analyses = new Analyses(jdbi, clock);
        var worker = new AnalysisWorker(jdbi, sources, reputations, clock);
        var keys = new SourceKeys(jdbi, clock);
        var targets = new ArrayList<ReportTarget>();
        targets.add(new AbuseIpDbTarget(abuseIpDb));
        settings.mispEvent().ifPresent(event -> targets.add(new MispTarget(misp, event)));
        var reports = new Reports(jdbi, targets, clock);
        http.messages(new ThreatEvents(jdbi))
                .routes(routes -> {
                    new ReputationRoutes(
                                    reputations,
                                    new Indicators(jdbi),
                                    new SourceReport(jdbi, limits, settings.keysExpire()),
                                    authentication)
                            .configure(routes);
                    new AnalysisRoutes(analyses, reports, authentication).configure(routes);
                })
                .closes(worker.start(WORK_PAUSE))
                .closes(sources)
                .closes(Housekeeping.of(List.of(
                        limits::deleteOld,
                        analyses::deleteOld,
                        reports::deleteOld,
                        () -> keys.announce(settings.keysExpire()))));
        if (tokens == null) {
            return null;
        }
        var parts = new ThreatStates.Parts(reputations, analyses, worker, limits, health, keys, callers);
        var states = new ThreatStates(jdbi, parts, tokens, clock);
        http.providerStates(states);
        return states;
    }

    private static AbuseIpDb client(ThreatSettings.SourceAccess access, Timeouts timeouts, Clock clock) {
        return new AbuseIpDb(access.address(), access.key(), timeouts, clock);
    }

    private static ThreatSettings.SourceAccess access(ThreatSettings settings, SourceName source) {
        return Objects.requireNonNull(settings.sources().get(source), "every source has an address");
    }

    private static KeyLookup keys(Optional<KeySetClient> keySet, @Nullable StateTokens tokens, Clock clock) {
        var cache = new KeySetCache(clock);
        var published = keySet.<KeyLookup>map(client -> id -> cache.find(id, client));
        if (tokens != null) {
            return published.map(tokens::or).orElse(tokens);
        }
        return published.orElseThrow(() -> new CannotStart(
                "No access token can be verified.",
                "JWKS_URL is not set",
                "set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json"));
    }

    private static void relay(HttpService.Builder http, Database database, URI receiver) {
        var publisher = new WebhookPublisher(receiver, RECEIVER_TIMEOUT);
        var loop =
                RelayLoop.start(new OutboxRelay(database.jdbi(), publisher, ATTEMPTS, Clock.systemUTC()), RELAY_PAUSE);
        http.needs(ReadinessCheck.of("relay", loop::isRunning)).closes(loop);
    }

    @Override
    public URI url() {
        return http.url();
    }

    Database database() {
        return database;
    }

    /** Brings it to provider states; only if they are on. */
    ThreatStates states() {
        return Objects.requireNonNull(states, "provider states are off");
    }

    @Override
    public void close() {
        http.close();
    }
}
