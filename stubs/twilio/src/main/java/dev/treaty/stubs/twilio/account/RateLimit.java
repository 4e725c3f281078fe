package dev.treaty.stubs.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests an account may make, for tests of what an application does about 429 (20429): {@code POST /__treaty/limit} with
 * {@code {"requests": 10, "per": "PT1S"}}, {@code GET}, and {@code DELETE} to have no limit, as at first. Time is the account's clock.
 */
public final class RateLimit implements TwilioFeature {

    private static final String PATH = "/__treaty/limit";
    private static final String LIMIT = "rate-limit";
    private static final String WINDOW = "rate-window";
    private static final String REFUSAL = "refusal";

    /** How long what a state says lasts, unless it says so. */
    private static final int REFUSAL_SECONDS = 2;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add(
                "GET " + PATH,
                exchange -> Responses.ok(exchange.world().value(LIMIT).orElseGet(Json::object)));
        routes.add("POST " + PATH, RateLimit::set);
        routes.add("DELETE " + PATH, exchange -> {
            exchange.world().setValue(LIMIT, null);
            return Responses.noContent();
        });
    }

    private static StubResponse set(Exchange exchange) {
        try {
            var body = exchange.request().json();
            var limit = Json.object()
                    .put("requests", body.path("requests").asInt(1))
                    .put("per", Duration.parse(body.path("per").asText("PT1S")).toString());
            exchange.world().setValue(LIMIT, limit);
            exchange.world().setValue(WINDOW, null);
            return Responses.ok(limit);
        } catch (UncheckedIOException | DateTimeException e) {
            throw TwilioError.INVALID_PARAMETER.with(
                    "send e.g. {\"requests\": 10, \"per\": \"PT1S\"}, where per is an ISO 8601 duration");
        }
    }

    /**
     * Counts a request, unless it controls the replay.
     *
     * @throws VendorError 20429 if there were too many
     */
    public static void check(Exchange exchange) {
        if (exchange.request().path().startsWith(ProviderReplay.CONTROL_PATH)) {
            return;
        }
        var world = exchange.world();
        world.value(REFUSAL).ifPresent(refusal -> refuse(world, refusal));
        world.value(LIMIT).ifPresent(limit -> count(world, limit));
    }

    private static void count(World world, ObjectNode limit) {
        var per = Duration.parse(limit.path("per").asText());
        var window = world.value(WINDOW)
                .filter(open -> start(open).plus(per).isAfter(world.now()))
                .orElseGet(
                        () -> Json.object().put("start", world.now().toString()).put("requests", 0));
        var requests = window.path("requests").asInt() + 1;
        if (requests > limit.path("requests").asInt()) {
            var seconds = Duration.between(world.now(), start(window).plus(per)).toSeconds() + 1;
            throw new VendorError(TwilioError.TOO_MANY_REQUESTS.response().withHeader("Retry-After", "" + seconds));
        }
        world.setValue(WINDOW, window.put("requests", requests));
    }

    private static Instant start(ObjectNode window) {
        return Instant.parse(window.path("start").asText());
    }

    /** What a provider state asks for lasts as long as it says, so that an application which waits gets through. */
    private static void refuse(World world, ObjectNode refusal) {
        if (world.now().isBefore(Instant.parse(refusal.path("until").asText()))) {
            var status = refusal.path("status").asInt();
            throw new VendorError(
                    status == 429
                            ? TwilioError.TOO_MANY_REQUESTS
                                    .response()
                                    .withHeader(
                                            "Retry-After",
                                            refusal.path("seconds").asText())
                            : TwilioError.response(
                                    20_000 + status, status, "Service is unavailable. Please try again."));
        }
    }

    @Override
    public Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        var status = Map.of("the rate limit is exceeded", 429, "the messaging service is unavailable", 503)
                .get(state);
        if (status == null) {
            return Optional.empty();
        }
        var seconds = parameters.path("retryAfterSeconds").asInt(REFUSAL_SECONDS);
        world.setValue(
                REFUSAL,
                Json.object()
                        .put("status", parameters.path("status").asInt(status))
                        .put("seconds", seconds)
                        .put("until", world.now().plusSeconds(seconds).toString()));
        return Optional.of(Map.of());
    }
}
