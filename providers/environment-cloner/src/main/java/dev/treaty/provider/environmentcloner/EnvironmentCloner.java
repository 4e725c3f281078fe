package dev.treaty.provider.environmentcloner;

import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.provider.environmentcloner.cloner.Cloner;
import dev.treaty.provider.environmentcloner.configuration.ClonerOptions;
import dev.treaty.provider.environmentcloner.configuration.ConfiguredEnvironments;
import dev.treaty.provider.environmentcloner.http.BackupRoutes;
import dev.treaty.provider.environmentcloner.http.CallerAuthentication;
import dev.treaty.provider.environmentcloner.http.CloneRoutes;
import dev.treaty.provider.environmentcloner.http.CloneStart;
import dev.treaty.provider.environmentcloner.http.EnvironmentRoutes;
import dev.treaty.provider.environmentcloner.http.IdempotencyKeys;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.environmentcloner.states.ClonerEvents;
import dev.treaty.provider.environmentcloner.states.ClonerStates;
import dev.treaty.provider.environmentcloner.states.CopyGate;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.service.http.HttpService;
import dev.treaty.provider.service.http.ReadinessCheck;
import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.outbox.OutboxRelay;
import dev.treaty.provider.service.outbox.RelayLoop;
import dev.treaty.provider.service.outbox.WebhookPublisher;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.KeyLookup;
import dev.treaty.provider.service.tokens.KeySetCache;
import dev.treaty.provider.service.tokens.KeySetClient;
import dev.treaty.provider.service.tokens.RsaKeys;
import dev.treaty.provider.service.tokens.StateTokens;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service: what it consists of, and its command line. */
public final class EnvironmentCloner implements RunningService {

    static final String NAME = ServiceSettings.SERVICE.name();
    private static final Duration RELAY_PAUSE = Duration.ofMillis(200);
    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);

    private final HttpService http;
    private final Database database;
    private final @Nullable ClonerStates states;

    private EnvironmentCloner(HttpService http, Database database, @Nullable ClonerStates states) {
        this.http = http;
        this.database = database;
        this.states = states;
    }

    /** Runs the service until the process is stopped. */
    public static void main(String... arguments) {
        var own = new ClonerOptions();
        System.exit(ServiceCommand.run(
                ServiceSettings.SERVICE,
                own,
                (options, environment) ->
                        start(options, ServiceSettings.of(environment), own.configured(environment), RsaKeys::generate),
                arguments));
    }

    /**
     * Starts it; it responds when this returns.
     *
     * @param configured what it clones; closed with it
     * @param keyGenerator makes the key that signs the tokens of provider states; called only if these are on
     */
    static EnvironmentCloner start(
            ServiceOptions options,
            ServiceSettings settings,
            ConfiguredEnvironments configured,
            Supplier<RSAKey> keyGenerator) {
        var opened = new Opened();
        try {
            opened.add(configured);
            var tokens = options.providerStates() ? new StateTokens(keyGenerator.get(), settings.tokens()) : null;
            var keySet = settings.keys().map(KeySetClient::new);
            var keys = keys(keySet, tokens);
            var database = opened.add(Database.open(NAME, databaseUrl(options, configured)));
            var limits = tokens == null
                    ? configured.settings()
                    : configured.forStates().settings();
            var gate = new CopyGate();
            var cloner = opened.add(Cloner.start(database.jdbi(), limits, Clock.systemUTC(), gate));
            var start = new CloneStart(cloner.clones(), new IdempotencyKeys(database.jdbi(), Clock.systemUTC()));
            var states = tokens == null ? null : opened.add(states(configured, database, cloner, gate, start, tokens));
            var authentication =
                    new CallerAuthentication(new AccessTokenVerifier(settings.tokens(), Clock.systemUTC()), keys);
            var http = HttpService.named(NAME, options)
                    .needs(ReadinessCheck.of("database", database::responds))
                    .needs(ReadinessCheck.of("workers", cloner::isRunning))
                    .routes(routes -> configure(routes, cloner, limits, start, authentication));
            keySet.ifPresent(client -> http.needs(ReadinessCheck.of("keys of auth-service", client::responds)));
            if (states != null) {
                http.providerStates(states).messages(new ClonerEvents(database.jdbi(), states));
            }
            measure(http, database);
            settings.events().ifPresent(receiver -> opened.add(relay(http, database, receiver, settings.attempts())));
            return new EnvironmentCloner(http.closes(opened).start(), database, states);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** The sample's server has room for the service's own data, too. */
    private static Optional<String> databaseUrl(ServiceOptions options, ConfiguredEnvironments configured) {
        return options.databaseUrl().or(() -> configured.sample().map(SampleServer::ownDatabase));
    }

    private static void configure(
            RoutesConfig routes,
            Cloner cloner,
            ClonerSettings settings,
            CloneStart start,
            CallerAuthentication authentication) {
        new EnvironmentRoutes(cloner.environments(), authentication).configure(routes);
        new CloneRoutes(cloner.clones(), settings, start, authentication).configure(routes);
        new BackupRoutes(cloner.backups(), cloner.clones(), settings, authentication).configure(routes);
    }

    /** States change databases, so they are brought about in the sample's only. */
    private static ClonerStates states(
            ConfiguredEnvironments configured,
            Database database,
            Cloner cloner,
            CopyGate gate,
            CloneStart start,
            StateTokens tokens) {
        var sample = configured
                .sample()
                .orElseThrow(() -> new CannotStart(
                        "Provider states cannot be brought about in your environments, because they change databases.",
                        "--provider-states",
                        "start the service with --sample 1000 instead of environments of your own"));
        return new ClonerStates(database.jdbi(), cloner, gate, start, sample, configured.settings(), tokens);
    }

    private static KeyLookup keys(Optional<KeySetClient> keySet, @Nullable StateTokens tokens) {
        var cache = new KeySetCache(Clock.systemUTC());
        var published = keySet.<KeyLookup>map(client -> id -> cache.find(id, client));
        if (tokens != null) {
            return published.map(tokens::or).orElse(tokens);
        }
        return published.orElseThrow(() -> new CannotStart(
                "No access token can be verified.",
                "JWKS_URL is not set",
                "set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json"));
    }

    private static RelayLoop relay(HttpService.Builder http, Database database, URI receiver, int attempts) {
        var publisher = new WebhookPublisher(receiver, RECEIVER_TIMEOUT);
        var loop =
                RelayLoop.start(new OutboxRelay(database.jdbi(), publisher, attempts, Clock.systemUTC()), RELAY_PAUSE);
        http.needs(ReadinessCheck.of("relay", loop::isRunning));
        return loop;
    }

    private static void measure(HttpService.Builder http, Database database) {
        var registry = http.metrics().registry();
        Gauge.builder("outbox.waiting", database, data -> data.jdbi().withHandle(Outbox::waiting))
                .description("events that are not yet published")
                .register(registry);
        Gauge.builder("outbox.dead", database, data -> data.jdbi().withHandle(Outbox::dead))
                .description("events that were set aside")
                .register(registry);
    }

    @Override
    public URI url() {
        return http.url();
    }

    /** Brings it to provider states; only if they are on. */
    ClonerStates states() {
        return Objects.requireNonNull(states, "provider states are off");
    }

    /** Finds the events that provider states have caused; only if they are on. */
    ClonerEvents events() {
        return new ClonerEvents(database.jdbi(), states());
    }

    @Override
    public void close() {
        http.close();
    }

    /** What has been opened so far, to be closed in the opposite order. */
    private static final class Opened implements AutoCloseable {

        private final Deque<AutoCloseable> resources = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T resource) {
            resources.push(resource);
            return resource;
        }

        @Override
        public void close() {
            var failed = new IllegalStateException("a resource of the service did not close");
            while (!resources.isEmpty()) {
                try {
                    resources.pop().close();
                } catch (Exception e) { // the others must be closed, whatever it is
                    failed.addSuppressed(e);
                }
            }
            if (failed.getSuppressed().length > 0) {
                throw failed;
            }
        }
    }
}
