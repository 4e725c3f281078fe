package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.Database;
import dev.treaty.provider.service.HttpService;
import dev.treaty.provider.service.ReadinessCheck;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service: what it is made of, and its command line. */
public final class WorkspaceService implements RunningService {

    static final String NAME = "workspace-service";
    private static final Duration BETWEEN_LOOKS_INTO_THE_OUTBOX = Duration.ofMillis(200);
    private static final Duration PATIENCE_WITH_RECEIVERS = Duration.ofSeconds(5);

    private final HttpService http;
    private final Database database;
    private final @Nullable WorkspaceStates states;

    private WorkspaceService(HttpService http, Database database, @Nullable WorkspaceStates states) {
        this.http = http;
        this.database = database;
        this.states = states;
    }

    /** Starts it as the command line and the environment say; see {@link Configuration}. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                Configuration.SERVICE,
                (options, environment) -> start(options, Configuration.of(environment)),
                arguments));
    }

    static WorkspaceService start(ServiceOptions options, Configuration configuration) {
        return start(options, configuration, () -> StateTokens.generate("provider-states", configuration));
    }

    /** @param stateTokens made only where provider states are on, because making their key takes a second of CPU time */
    static WorkspaceService start(
            ServiceOptions options, Configuration configuration, Supplier<StateTokens> stateTokens) {
        var tokens = options.providerStates() ? stateTokens.get() : null;
        var keys = keys(configuration, tokens);
        var database = Database.open(NAME, options.databaseUrl());
        var workspaces = new Workspaces(database.jdbi(), Clock.systemUTC());
        var members = new Members(database.jdbi(), Clock.systemUTC());
        var callers = new Callers(keys, configuration);
        var states = tokens == null ? null : new WorkspaceStates(database.jdbi(), workspaces, members, tokens);
        var http = HttpService.named(NAME, options)
                .needs(ReadinessCheck.of("database", database::answers))
                .needs(ReadinessCheck.of("keys of auth-service", keys::answer))
                .messages(new WorkspaceEvents(database.jdbi()))
                .routes(routes -> {
                    new WorkspaceRoutes(workspaces, callers).configure(routes);
                    new MemberRoutes(members, callers).configure(routes);
                });
        if (states != null) {
            http.providerStates(states);
        }
        configuration.events().ifPresent(receiver -> relay(http, database, receiver, configuration.attempts()));
        measure(http, database);
        return new WorkspaceService(http.closes(database).start(), database, states);
    }

    private static TrustedKeys keys(Configuration configuration, @Nullable StateTokens tokens) {
        var configured = configuration.keys().map(TrustedKeys::at);
        if (tokens != null) {
            return configured.orElseGet(TrustedKeys::none).and(tokens);
        }
        return configured.orElseThrow(() -> new CannotStart(
                "Nobody's access tokens can be verified.",
                "JWKS_URL is not set",
                "set it to auth-service's keys, e.g. http://127.0.0.1:8081/.well-known/jwks.json"));
    }

    private static void relay(HttpService.Builder http, Database database, URI receiver, int attempts) {
        var publisher = new WebhookPublisher(receiver, PATIENCE_WITH_RECEIVERS);
        var loop = RelayLoop.start(
                new OutboxRelay(database.jdbi(), publisher, attempts, Clock.systemUTC()),
                BETWEEN_LOOKS_INTO_THE_OUTBOX);
        http.needs(ReadinessCheck.of("relay", loop::isRunning)).closes(loop);
    }

    private static void measure(HttpService.Builder http, Database database) {
        var registry = http.metrics().registry();
        Gauge.builder("outbox.waiting", database, data -> data.jdbi().withHandle(Outbox::waiting))
                .description("events that are not published yet")
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

    /** Empty unless provider states are on. */
    WorkspaceStates states() {
        return Objects.requireNonNull(states, "provider states are off");
    }

    @Override
    public void close() {
        http.close();
    }
}
