package dev.treaty.provider.authservice;

import com.nimbusds.jose.jwk.RSAKey;
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
import java.util.function.Supplier;

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
                (options, environment) ->
                        start(options, AuthSettings.of(environment), GeneratedKey::generate, Clock.systemUTC()),
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
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static AuthService start(
            ServiceOptions options, AuthSettings settings, SigningKeys keys, Clock clock, Database database) {
        var http = HttpService.named(NAME, options);
        var jdbi = database.jdbi();
        keys.rotate();
        // Whether they can be read shall be known now, and not when somebody signs in.
        var unused = keys.signing();
        var users = new Users(jdbi, clock);
        var passwords = new Passwords(settings.hashingCost(), http.metrics().registry());
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
