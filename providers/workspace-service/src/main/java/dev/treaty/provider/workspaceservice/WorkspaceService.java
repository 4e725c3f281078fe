package dev.treaty.provider.workspaceservice;

import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.Housekeeping;
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
import dev.treaty.provider.workspaceservice.workspaces.IdempotentCreations;
import dev.treaty.provider.workspaceservice.workspaces.Members;
import dev.treaty.provider.workspaceservice.workspaces.Workspaces;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service: what it consists of, and its command line. */
public final class WorkspaceService implements RunningService {

    static final String NAME = WorkspaceSettings.SERVICE.name();
    private static final Duration RELAY_PAUSE = Duration.ofMillis(200);
    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);

    private final HttpService http;
    private final Database database;
    private final @Nullable WorkspaceStates states;

    private WorkspaceService(HttpService http, Database database, @Nullable WorkspaceStates states) {
        this.http = http;
        this.database = database;
        this.states = states;
    }

    /** Runs the service until the process is stopped. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                WorkspaceSettings.SERVICE,
                (options, environment) -> start(options, WorkspaceSettings.of(environment), RsaKeys::generate),
                arguments));
    }

    /**
     * Starts it; it responds when this returns.
     *
     * @param keyGenerator makes the key that signs the tokens of provider states; called only if these are on
     */
    static WorkspaceService start(ServiceOptions options, WorkspaceSettings settings, Supplier<RSAKey> keyGenerator) {
        var tokens = options.providerStates() ? new StateTokens(keyGenerator.get(), settings.tokens()) : null;
        var keySet = settings.keys().map(KeySetClient::new);
        var authentication = new CallerAuthentication(
                new AccessTokenVerifier(settings.tokens(), Clock.systemUTC()), keys(keySet, tokens));
        var database = Database.open(NAME, options.databaseUrl());
        try {
            return start(options, settings, keySet, authentication, tokens, database);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private static WorkspaceService start(
            ServiceOptions options,
            WorkspaceSettings settings,
            Optional<KeySetClient> keySet,
            CallerAuthentication authentication,
            @Nullable StateTokens tokens,
            Database database) {
        var workspaces = new Workspaces(database.jdbi(), Clock.systemUTC());
        var members = new Members(database.jdbi(), Clock.systemUTC());
        var states = tokens == null ? null : new WorkspaceStates(database.jdbi(), workspaces, members, tokens);
        var http = HttpService.named(NAME, options)
                .needs(ReadinessCheck.of("database", database::responds))
                .messages(new WorkspaceEvents(database.jdbi()))
                .routes(routes -> {
                    new WorkspaceRoutes(workspaces, authentication).configure(routes);
                    new MemberRoutes(members, authentication).configure(routes);
                });
        keySet.ifPresent(keys -> http.needs(ReadinessCheck.of("keys of auth-service", keys::responds)));
        if (states != null) {
            http.providerStates(states);
        }
        measure(http, database);
        // Last, because they start threads: whatever fails before has only the database to close.
        http.closes(Housekeeping.of(List.of(() -> deleteExpired(database))));
        settings.events().ifPresent(receiver -> relay(http, database, receiver, settings.attempts()));
        return new WorkspaceService(http.closes(database).start(), database, states);
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

    private static void relay(HttpService.Builder http, Database database, URI receiver, int attempts) {
        var publisher = new WebhookPublisher(receiver, RECEIVER_TIMEOUT);
        var loop =
                RelayLoop.start(new OutboxRelay(database.jdbi(), publisher, attempts, Clock.systemUTC()), RELAY_PAUSE);
        http.needs(ReadinessCheck.of("relay", loop::isRunning)).closes(loop);
    }

    private static void deleteExpired(Database database) {
        database.jdbi()
                .useHandle(handle -> IdempotentCreations.deleteExpired(
                        handle, Clock.systemUTC().instant()));
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

    Database database() {
        return database;
    }

    /** Brings it to provider states; only if they are on. */
    WorkspaceStates states() {
        return Objects.requireNonNull(states, "provider states are off");
    }

    @Override
    public void close() {
        http.close();
    }
}
