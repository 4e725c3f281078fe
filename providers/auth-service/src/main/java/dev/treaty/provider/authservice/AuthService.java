package dev.treaty.provider.authservice;

import dev.treaty.provider.service.Database;
import dev.treaty.provider.service.HttpService;
import dev.treaty.provider.service.ProviderStates;
import dev.treaty.provider.service.ReadinessCheck;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The service: registers people, signs them in, and signs the tokens that the other services trust. */
public final class AuthService implements RunningService {

    /** What its contracts, its database's migrations, its metrics and its jar call it. */
    static final String NAME = "auth-service";

    private final HttpService http;
    private final AuthStates states;

    private AuthService(HttpService http, AuthStates states) {
        this.http = http;
        this.states = states;
    }

    /** Runs the service until the process is told to end. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                AuthSettings.SERVICE,
                (options, environment) -> start(options, AuthSettings.of(environment), Clock.systemUTC()),
                arguments));
    }

    /** Starts it; it answers when this returns. */
    static AuthService start(ServiceOptions options) {
        return start(options, AuthSettings.usual(), Clock.systemUTC());
    }

    static AuthService start(ServiceOptions options, AuthSettings settings, Clock clock) {
        var database = Database.open(NAME, options.databaseUrl());
        try {
            return start(options, settings, clock, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static AuthService start(ServiceOptions options, AuthSettings settings, Clock clock, Database database) {
        var http = HttpService.named(NAME, options);
        var jdbi = database.jdbi();
        var keys = new SigningKeys(jdbi, settings.keyStorage(), clock);
        keys.rotate();
        // Whether they can be read shall be known now, and not when somebody signs in.
        var unused = keys.signing();
        var users = new Users(jdbi, clock);
        var passwords = new Passwords(http.metrics().registry());
        var attempts = new Attempts(jdbi, clock);
        var accessTokens = new AccessTokens(keys, clock);
        var sessions = new Sessions(jdbi, accessTokens, clock);
        var states = new AuthStates(users, passwords, attempts, sessions, accessTokens, keys);
        var api = new AuthApi(
                users, passwords, new SignIn(users, passwords, attempts, sessions), sessions, keys, settings.proxies());
        http.needs(ReadinessCheck.of("database", database::answers))
                .closes(Housekeeping.of(List.of(keys::rotate, sessions::tidy, attempts::tidy)))
                .closes(database)
                .providerStates(states)
                .messages(new RegistrationEvents(jdbi))
                .routes(api::configure);
        return new AuthService(http.start(), states);
    }

    @Override
    public URI url() {
        return http.url();
    }

    /** What brings it to the states that its contracts speak of, for a verification in the same process. */
    ProviderStates states() {
        return states;
    }

    @Override
    public void close() {
        http.close();
    }
}
