package dev.treaty.consumer.webapp.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the gateway allows, read from {@code RateLimit-Policy: "default";q=100;w=60} and {@code RateLimit:
 * "default";r=0;t=30} (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param policy the name of the limit that applies, e.g. {@code "default"}
 * @param quota how many requests each window allows
 * @param window how long a window is
 * @param remaining how many requests are left in this window
 * @param reset time until the quota is restored
 */
public record RateLimit(String policy, long quota, Duration window, long remaining, Duration reset) {

    // Parameters come in any order and with others between them, hence the look-aheads; a comma begins the next item.
    private static final Pattern POLICY =
            Pattern.compile("\"(?<name>[^\"]*)\"(?=[^,]*;\\s*q=(?<quota>\\d{1,9}))(?=[^,]*;\\s*w=(?<window>\\d{1,9}))");
    private static final Pattern LIMIT = Pattern.compile(
            "\"(?<name>[^\"]*)\"(?=[^,]*;\\s*r=(?<remaining>\\d{1,9}))(?=[^,]*;\\s*t=(?<reset>\\d{1,9}))");

    /** The limit that a response reports; empty if it reports none, or not all of its values. */
    public static Optional<RateLimit> of(GatewayResponse response) {
        var limit = LIMIT.matcher(response.header("RateLimit").orElse(""));
        var policy = POLICY.matcher(response.header("RateLimit-Policy").orElse(""));
        while (limit.find()) {
            while (policy.find()) {
                if (policy.group("name").equals(limit.group("name"))) {
                    return Optional.of(of(policy, limit));
                }
            }
            policy.reset();
        }
        return Optional.empty();
    }

    private static RateLimit of(Matcher policy, Matcher limit) {
        return new RateLimit(
                policy.group("name"),
                Long.parseLong(policy.group("quota")),
                Duration.ofSeconds(Long.parseLong(policy.group("window"))),
                Long.parseLong(limit.group("remaining")),
                Duration.ofSeconds(Long.parseLong(limit.group("reset"))));
    }
}
