package dev.treaty.stubs.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.limit.Outage;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An account whose requests are refused for a while, so that an application which waits gets through. */
public final class Refusals implements TwilioFeature {

    /** How long what a state says lasts, unless it says so. */
    private static final int SECONDS = 2;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        // has none of its own
    }

    /**
     * Answers nothing during an outage, unless the request controls the replay.
     *
     * @throws VendorError e.g. 20503
     */
    public static void check(Exchange exchange) {
        if (exchange.request().path().startsWith(ProviderReplay.CONTROL_PATH)) {
            return;
        }
        Outage.status(exchange.world()).ifPresent(status -> {
            throw new VendorError(
                    TwilioError.response(20_000 + status, status, "Service is unavailable. Please try again."));
        });
    }

    @Override
    public Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        var duration = Duration.ofSeconds(parameters.path("retryAfterSeconds").asInt(SECONDS));
        switch (state) {
            case "the rate limit is exceeded" -> new RateLimits(world).exceed(1, duration);
            case "the messaging service is unavailable" ->
                Outage.begin(world, parameters.path("status").asInt(503), duration);
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Map.of());
    }
}
