package dev.treaty.provider.authservice;

import dev.treaty.provider.authservice.accounts.EmailAddress;
import dev.treaty.provider.authservice.accounts.Password;
import dev.treaty.provider.authservice.accounts.PasswordHasher;
import dev.treaty.provider.authservice.accounts.User;
import dev.treaty.provider.authservice.accounts.Users;
import dev.treaty.provider.authservice.keys.AccessToken;
import dev.treaty.provider.authservice.keys.AccessTokenIssuer;
import dev.treaty.provider.authservice.keys.SigningKeys;
import dev.treaty.provider.authservice.sessions.RefreshToken;
import dev.treaty.provider.authservice.sessions.Sessions;
import dev.treaty.provider.authservice.sessions.SignInAttempts;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.states.ProviderStates;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the service to the provider states of its contracts, by its own operations. A state's data belongs to the user whom its parameters
 * name, so that states of different users do not interfere.
 */
final class AuthStates implements ProviderStates {

    static final String NO_USER = "no user is registered";
    static final String USER = "a user is registered";
    static final String REGISTERS = "a user has registered";
    static final String NO_ATTEMPTS = "a user has no sign-in attempts left";
    static final String SESSION = "a session is open";
    static final String REVOKED = "a refresh token has been revoked";
    static final String SIGNED_IN = "a user is signed in";
    static final String EXPIRED = "an access token has expired";
    static final String KEY = "a signing key exists";

    private final Users users;
    private final PasswordHasher passwords;
    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final Map<String, Function<Parameters, Map<String, Object>>> known = new TreeMap<>();

    AuthStates(
            Users users,
            PasswordHasher passwords,
            SignInAttempts attempts,
            Sessions sessions,
            AccessTokenIssuer accessTokens,
            SigningKeys keys) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        known.put(NO_USER, this::removed);
        known.put(USER, parameters -> described(registered(parameters)));
        known.put(REGISTERS, parameters -> described(registered(parameters)));
        known.put(NO_ATTEMPTS, this::withoutAttempts);
        known.put(SESSION, this::open);
        known.put(REVOKED, this::revoked);
        known.put(SIGNED_IN, parameters -> token(accessTokens.issue(parameters.user())));
        known.put(EXPIRED, parameters -> token(accessTokens.issueExpired(parameters.user())));
        known.put(KEY, parameters -> Map.of("kid", keys.current().getKeyID()));
    }

    /** A state's parameters. Those it leaves out get values that no other state uses. */
    private record Parameters(Map<String, @Nullable Object> all) {

        Optional<String> text(String name) {
            return Optional.ofNullable(all.get(name)).map(Object::toString);
        }

        Optional<EmailAddress> email() {
            return text("email").flatMap(EmailAddress::parse);
        }

        Optional<String> userId() {
            return text("id").or(() -> text("user"));
        }

        /** The user described by the parameters. */
        User user() {
            var id = userId().orElseGet(Users::newId);
            return new User(
                    id,
                    text("email").orElse(id + "@users.example"),
                    text("name").orElse("Ada Lovelace"));
        }

        Password password() {
            return new Password(text("password").orElse("correct horse battery staple"));
        }

        /** Without the values, some of which are secrets. */
        @Override
        public String toString() {
            return "Parameters" + all.keySet();
        }
    }

    @Override
    public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        var set = known.get(state);
        if (set == null) {
            throw PlatformProblems.unknownState(state, known.keySet());
        }
        return set.apply(new Parameters(parameters));
    }

    /** Removes the user that the state was about, with everything that is theirs. */
    @Override
    public void leave(String state, Map<String, @Nullable Object> parameters) {
        var unused = removed(new Parameters(parameters));
    }

    private Map<String, Object> removed(Parameters parameters) {
        parameters.userId().flatMap(users::withId).ifPresent(users::remove);
        parameters.email().ifPresent(email -> {
            users.withEmail(email).map(Users.Account::user).ifPresent(users::remove);
            attempts.forget(email.compared());
        });
        return Map.of();
    }

    /** Removes first what an earlier, interrupted run left behind. */
    private User registered(Parameters parameters) {
        var unused = removed(parameters);
        var user = parameters.user();
        var email = EmailAddress.parse(user.email())
                .orElseThrow(() -> PlatformProblems.invalidState("The state's e-mail address is not valid"));
        users.add(user, email, passwords.hash(parameters.password()));
        return user;
    }

    private static Map<String, Object> described(User user) {
        return Map.of("id", user.id(), "email", user.email(), "name", user.name());
    }

    private Map<String, Object> withoutAttempts(Parameters parameters) {
        var user = registered(parameters);
        parameters.email().map(EmailAddress::compared).ifPresent(attempts::exhaust);
        return described(user);
    }

    private Map<String, Object> open(Parameters parameters) {
        var tokens = sessions.open(existing(parameters));
        return Map.of(
                "refreshToken", tokens.refreshToken().text(),
                "accessToken", tokens.accessToken().text());
    }

    /** For the verification of a service that trusts this one's keys. */
    private static Map<String, Object> token(AccessToken token) {
        return Map.of("accessToken", token.text());
    }

    private Map<String, Object> revoked(Parameters parameters) {
        var token = parameters.text("refreshToken").map(RefreshToken::new).orElseGet(RefreshToken::random);
        sessions.open(existing(parameters), token);
        sessions.revoke(token);
        return Map.of("refreshToken", token.text());
    }

    /** The user whose session it is, whom another state may have registered already. */
    private User existing(Parameters parameters) {
        return parameters.userId().flatMap(users::withId).orElseGet(() -> registered(parameters));
    }
}
