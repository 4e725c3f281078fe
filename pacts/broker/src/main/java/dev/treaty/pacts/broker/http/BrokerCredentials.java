package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a bearer token, or a user with a password. They come from the environment only, because other users can see command lines, and
 * they are never printed.
 */
public final class BrokerCredentials {

    /** How to name them in an error. */
    public static final String VARIABLES =
            "PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, in the environment";

    private static final String TOKEN = "PACT_BROKER_TOKEN";
    private static final String USERNAME = "PACT_BROKER_USERNAME";
    private static final String PASSWORD = "PACT_BROKER_PASSWORD";

    /** What is not longer occurs in texts by chance. */
    private static final int SHORTEST_SECRET = 6;

    private final @Nullable String authorization;
    private final List<String> secrets;

    private BrokerCredentials(@Nullable String authorization, List<String> secrets) {
        this.authorization = authorization;
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Reads them; a variable that is empty counts as missing.
     *
     * @throws InvalidBrokerSettings if there are a token and a user, or a user without a password
     */
    public static BrokerCredentials from(Map<String, String> environment) {
        var token = value(TOKEN, environment);
        var username = value(USERNAME, environment);
        var password = value(PASSWORD, environment);
        if (token.isPresent() && username.isPresent()) {
            throw new InvalidBrokerSettings(
                    "There are two kinds of credentials for the broker.",
                    "%s and %s in the environment".formatted(TOKEN, USERNAME),
                    "unset one of them: %s for a broker with basic authentication, %s for one with tokens"
                            .formatted(TOKEN, USERNAME));
        }
        if (username.isPresent() != password.isPresent()) {
            throw new InvalidBrokerSettings(
                    "Half of the credentials for the broker is missing.",
                    "%s and %s in the environment".formatted(USERNAME, PASSWORD),
                    "set both, or neither");
        }
        var basic = username.map(user -> base64(user + ":" + password.orElse("")));
        return new BrokerCredentials(
                token.map(value -> "Bearer " + value)
                        .or(() -> basic.map(value -> "Basic " + value))
                        .orElse(null),
                Stream.of(token, basic, password)
                        .flatMap(Optional::stream)
                        .filter(secret -> secret.length() >= SHORTEST_SECRET)
                        .toList());
    }

    private static Optional<String> value(String variable, Map<String, String> environment) {
        var value = Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (value.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
            throw new InvalidBrokerSettings(
                    "A credential for the broker has a line break or another control character in it.",
                    variable + " in the environment",
                    "set it to the value alone");
        }
        return value;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** The value of the header {@code Authorization}. */
    Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }

    /** What the broker says about a request that failed, without credentials: some servers repeat the header that they refuse. */
    BrokerResponse hiddenIn(BrokerResponse response) {
        return response.status() < 300 ? response : response.hiding(secrets);
    }

    @Override
    public String toString() {
        return authorization == null ? "BrokerCredentials[none]" : "BrokerCredentials[hidden]";
    }
}
