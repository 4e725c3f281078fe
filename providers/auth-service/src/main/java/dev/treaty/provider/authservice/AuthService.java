package dev.treaty.provider.authservice;

import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.provider.authservice.accounts.PasswordHasher;
import dev.treaty.provider.authservice.accounts.Users;
import dev.treaty.provider.authservice.keys.AccessTokenIssuer;
import dev.treaty.provider.authservice.keys.SigningKeys;
import dev.treaty.provider.authservice.sessions.Sessions;
import dev.treaty.provider.authservice.sessions.SignIn;
import dev.treaty.provider.authservice.sessions.SignInAttempts;
import dev.treaty.provider.service.Housekeeping;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.service.http.HttpService;
import dev.treaty.provider.service.http.ReadinessCheck;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.tokens.RsaKeys;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The service: registers people, signs them in, and issues the access tokens that the other services accept. */
public final class AuthService implements RunningService {

    /** The name that its contracts, migrations, metrics and jar use. */
    static final String NAME = AuthSettings.SERVICE.name();

    private final HttpService http;
    private final AuthStates states;

    private AuthService(HttpService http, AuthStates states) {
        this.http = http;
        this.states = states;
    }

    /** Runs the service until the process is stopped. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                AuthSettings.SERVICE,
                (options, environment) ->
                        start(options, AuthSettings.of(environment), RsaKeys::generate, Clock.systemUTC()),
                arguments));
    }

    /**
     * Starts it; it responds when this returns.
     *
     * @param keyGenerator makes each new signing key
     */
    static AuthService start(
            ServiceOptions options, AuthSettings settings, Supplier<RSAKey> keyGenerator, Clock clock) {
        var database = Database.open(NAME, options.databaseUrl());
        try {
            var keys = new SigningKeys(database.jdbi(), settings.keyStorage(), keyGenerator, clock);
            return start(options, settings, keys, clock, database);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private static AuthService start(
            ServiceOptions options, AuthSettings settings, SigningKeys keys, Clock clock, Database database) {
        var http = HttpService.named(NAME, options);
        var jdbi = database.jdbi();
        keys.rotate();
        // Fails now if the keys cannot be read, and not when the first person signs in.
        var unused = keys.current();
        var users = new Users(jdbi, clock);
        var passwords =
                new PasswordHasher(settings.hashingCost(), http.metrics().registry());
        var attempts = new SignInAttempts(jdbi, clock);
        var accessTokens = new AccessTokenIssuer(keys, clock);
        var sessions = new Sessions(jdbi, accessTokens, clock);
        var states = new AuthStates(users, passwords, attempts, sessions, accessTokens, keys);
        var api = new AuthRoutes(
                users, passwords, new SignIn(users, passwords, attempts, sessions), sessions, keys, settings.proxies());
        http.needs(ReadinessCheck.of("database", database::responds))
                .closes(Housekeeping.of(List.of(keys::rotate, sessions::deleteExpired, attempts::deleteExpired)))
                .closes(database)
                .providerStates(states)
                .messages(new AuthEvents(jdbi))
                .routes(api::configure);
        return new AuthService(http.start(), states);
    }

    @Override
    public URI url() {
        return http.url();
    }

    /** Brings it to the provider states of its contracts, for a verification in the same process. */
    ProviderStates states() {
        return states;
    }

    @Override
    public void close() {
        http.close();
    }
}
