package dev.treaty.provider.service.tokens;

import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceEnvironment;

/**
 * Which access tokens a service accepts.
 *
 * @param issuer what a token must name as its {@code iss}
 * @param audience what a token must name as its {@code aud}, or among others there
 */
public record TokenPolicy(String issuer, String audience) {

    /** Tokens of the platform's auth-service, for the platform's API. */
    public static final TokenPolicy PLATFORM =
            new TokenPolicy("https://treaty.dev/services/auth-service", "https://treaty.dev/api");

    /** Sets the issuer. */
    public static final EnvironmentVariable JWT_ISSUER = new EnvironmentVariable(
            "JWT_ISSUER",
            PLATFORM.issuer(),
            "https://auth.example",
            "The issuer whose access tokens are accepted (iss).");

    /** Sets the audience. */
    public static final EnvironmentVariable JWT_AUDIENCE = new EnvironmentVariable(
            "JWT_AUDIENCE",
            PLATFORM.audience(),
            "https://api.example",
            "The audience that access tokens must be meant for (aud).");

    /** What the two variables say. */
    public static TokenPolicy of(ServiceEnvironment environment) {
        return new TokenPolicy(
                environment.text(JWT_ISSUER).orElse(PLATFORM.issuer()),
                environment.text(JWT_AUDIENCE).orElse(PLATFORM.audience()));
    }
}
