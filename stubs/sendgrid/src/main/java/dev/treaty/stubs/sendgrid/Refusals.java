package dev.treaty.stubs.sendgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.limit.Outage;
import dev.treaty.stubs.vendor.limit.RateLimit;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;

/** An account whose requests are refused for a while, so that an application which waits gets through. */
final class Refusals {

    /** What responses tell of; the vendor does not publish its own. */
    static final RateLimit LIMIT = new RateLimit(600, Duration.ofMinutes(1));

    private static final int SECONDS = 2;

    private Refusals() {}

    /**
     * Answers nothing during an outage, unless the request controls the replay.
     *
     * @throws VendorError e.g. 503
     */
    static void check(Exchange exchange) {
        if (!exchange.request().path().startsWith(ProviderReplay.CONTROL_PATH)) {
            Outage.status(exchange.world()).ifPresent(status -> {
                throw new VendorError(SendGridError.response(status, "Service unavailable"));
            });
        }
    }

    /** Brings about a state; returns whether it knows it. */
    static boolean seed(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "the rate limit is exceeded" ->
                new RateLimits(world)
                        .exceed(
                                LIMIT.requests(),
                                Duration.ofSeconds(
                                        parameters.path("resetAfterSeconds").asInt(SECONDS)));
            case "the service is unavailable" ->
                Outage.begin(
                        world,
                        parameters.path("status").asInt(503),
                        Duration.ofSeconds(parameters.path("seconds").asInt(SECONDS)));
            case "an API key has been revoked", "an API key has a scope" -> {
                // a key that calls itself revoked always is, and any other may do everything
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
