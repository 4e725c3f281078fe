package dev.treaty.provider.environmentcloner.refusals;

/** The database of an environment does not accept connections (503). */
public final class EnvironmentUnreachable extends Refusal {

    private final String environment;

    public EnvironmentUnreachable(String environment, String reason, Throwable cause) {
        super(
                new Failure(
                        "environment-unreachable",
                        "The database of %s cannot be used: %s.".formatted(environment, reason),
                        "the environment " + environment,
                        "check that its database runs and accepts the configured role"),
                cause);
        this.environment = environment;
    }

    /** Its id. */
    public String environment() {
        return environment;
    }
}
