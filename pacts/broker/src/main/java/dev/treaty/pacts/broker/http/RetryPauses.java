package dev.treaty.pacts.broker.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How often a request is sent again, and how long to wait before each further attempt. */
public final class RetryPauses {

    /** The variable with the number of further attempts; the official client reads it, too. */
    public static final String VARIABLE = "PACT_BROKER_HTTP_RETRIES";

    private static final List<Duration> DEFAULT = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));
    private static final long FIRST_MILLIS = 500;

    /** 32 s; no longer pause is worth it. */
    private static final int LAST_DOUBLED = 6;

    private RetryPauses() {}

    /**
     * The pauses: as many as the environment says, each twice as long as the one before.
     *
     * @throws InvalidBrokerSettings if the environment does not say a number
     */
    static List<Duration> from(Map<String, String> environment) {
        var attempts = environment.getOrDefault(VARIABLE, "").strip();
        if (attempts.isEmpty()) {
            return DEFAULT;
        }
        if (!attempts.matches("\\d{1,3}")) {
            throw new InvalidBrokerSettings(
                    "The number of further attempts is not one from 0 to 999.",
                    "%s=%s, or --retries".formatted(VARIABLE, attempts),
                    "set it to e.g. 8");
        }
        return IntStream.range(0, Integer.parseInt(attempts))
                .mapToObj(attempt -> Duration.ofMillis(FIRST_MILLIS << Math.min(attempt, LAST_DOUBLED)))
                .toList();
    }
}
