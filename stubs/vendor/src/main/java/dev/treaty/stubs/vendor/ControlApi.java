package dev.treaty.stubs.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.limit.RateLimit;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.DueItem;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tests may do to the account of their credentials, with every vendor:
 *
 * <ul>
 *   <li>{@code GET /__treaty/clock}, and {@code POST} with {@code {"advance": "PT1H"}} (ISO 8601 duration), or with {@code {"set":
 *       "2030-01-31T12:00:00Z"}} (a later time)
 *   <li>{@code POST /__treaty/reset}
 *   <li>{@code GET /__treaty/state}
 *   <li>{@code GET /__treaty/webhooks}, and {@code POST /__treaty/webhooks/{id}/resend}
 *   <li>{@code POST /__treaty/limit} with {@code {"requests": 10, "per": "PT1S"}}, {@code GET}, and {@code DELETE} to have no limit
 *   <li>{@code POST /__treaty/states} with {@code {"state": "a customer exists", "params": {…}}}
 * </ul>
 */
final class ControlApi {

    private static final int LISTED_DELIVERIES = 1_000;
    private static final Duration LONGEST_ADVANCE = Duration.ofDays(36_525);

    private final Vendor vendor;
    private final Worlds worlds;
    private final DueRunner due;
    private final MemoryReport memory;
    private final RouteTable<Control> routes = new RouteTable<>();

    /** Controls a vendor's worlds. */
    ControlApi(Vendor vendor, Worlds worlds, DueRunner due, MemoryReport memory) {
        this.vendor = vendor;
        this.worlds = worlds;
        this.due = due;
        this.memory = memory;
        add("GET /clock", (world, request, parameters) -> clock(worlds.in(world, World::now)));
        add("POST /clock", (world, request, parameters) -> clock(due.advance(world, untilThen(world, request))));
        add("POST /reset", (world, request, parameters) -> reset(world));
        add("GET /state", (world, request, parameters) -> state(world));
        add("GET /webhooks", (world, request, parameters) -> worlds.in(world, ControlApi::webhooks));
        add(
                "POST /webhooks/{id}/resend",
                (world, request, parameters) -> resend(world, request, parameters.getOrDefault("id", "")));
        add("GET /limit", (world, request, parameters) -> worlds.in(world, opened -> new RateLimits(opened).toJson()));
        add("POST /limit", (world, request, parameters) -> limit(world, request));
        add("DELETE /limit", (world, request, parameters) -> unlimited(world));
        add("POST /states", (world, request, parameters) -> bringAbout(world, request));
    }

    private void add(String route, Control control) {
        routes.add(route.replace(" ", " " + ProviderReplay.CONTROL_PATH), control);
    }

    /** The response to a control request that all vendors share; empty if it is another request. */
    Optional<StubResponse> answer(VendorRequest request) {
        if (!request.path().startsWith(ProviderReplay.CONTROL_PATH)) {
            return Optional.empty();
        }
        return routes.find(request.method(), request.path()).map(match -> {
            var world = worlds.nameOf(vendor.account(request, Optional.empty()));
            worlds.in(world, opened -> {
                vendor.admit(opened, request);
                return world;
            });
            return json(match.target().apply(world, request, match.parameters()));
        });
    }

    private static ObjectNode clock(Instant now) {
        return Json.object().put("now", now.toString()).put("seconds", now.getEpochSecond());
    }

    /** How far the clock is to be advanced. */
    private Duration untilThen(String world, VendorRequest request) {
        var body = body(request, "advance", "set");
        return body.has("set")
                ? until(worlds.in(world, World::now), body.path("set").asText(), request)
                : advance(body.path("advance").asText(), request);
    }

    private Duration until(Instant now, String text, VendorRequest request) {
        try {
            var duration = Duration.between(now, Instant.parse(text));
            if (isPossible(duration)) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // as for earlier ones
        }
        throw invalid(
                request,
                "The clock cannot be set to \"%s\".".formatted(text),
                "the field set of the body",
                "give an ISO 8601 time that is later than the clock's, e.g. {\"set\": \"%s\"}"
                        .formatted(now.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS)));
    }

    private static boolean isPossible(Duration advance) {
        return !advance.isNegative() && advance.compareTo(LONGEST_ADVANCE) <= 0;
    }

    private Duration advance(String text, VendorRequest request) {
        try {
            var duration = Duration.parse(text);
            if (isPossible(duration)) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // as for negative ones
        }
        throw invalid(
                request,
                "The clock cannot be advanced by \"%s\".".formatted(text),
                "the field advance of the body",
                "give an ISO 8601 duration up to 100 years, e.g. {\"advance\": \"PT1H\"} or {\"advance\": \"P30D\"}");
    }

    private ObjectNode reset(String world) {
        due.reset(world);
        return Json.object().put("reset", true);
    }

    private ObjectNode state(String name) {
        return memory.addTo(worlds.in(name, ControlApi::state), name);
    }

    private static ObjectNode state(World world) {
        var state = clock(world.now());
        state.set("objects", Json.tree(world.counts()));
        state.set("forgotten", Json.tree(world.forgotten()));
        var due = state.putArray("due");
        for (DueItem item : world.due().all()) {
            due.addObject()
                    .put("at", item.at().toString())
                    .put("action", item.action())
                    .set("data", item.data());
        }
        return state;
    }

    private static ObjectNode webhooks(World world) {
        var list = Json.object();
        var deliveries = list.putArray("deliveries");
        Deliveries.of(world).newest(LISTED_DELIVERIES).forEach(delivery -> deliveries.add(delivery.toJson()));
        return list;
    }

    private ObjectNode resend(String world, VendorRequest request, String id) {
        return worlds.in(world, opened -> Deliveries.of(opened).resend(id))
                .map(delivery -> (ObjectNode) delivery.toJson())
                .orElseThrow(() -> invalid(
                        request,
                        "There is no delivery \"%s\".".formatted(id),
                        "the path of the request",
                        "take an id from GET " + ProviderReplay.CONTROL_PATH + "/webhooks"));
    }

    private ObjectNode limit(String world, VendorRequest request) {
        var body = body(request, "requests", "per");
        try {
            var limit = RateLimit.of(body);
            return worlds.in(world, opened -> {
                var limits = new RateLimits(opened);
                limits.set(limit);
                return limits.toJson();
            });
        } catch (IllegalArgumentException e) {
            throw invalid(
                    request,
                    "The limit cannot be set: %s.".formatted(e.getMessage()),
                    "the body of the request",
                    "send e.g. {\"requests\": 10, \"per\": \"PT1S\"}, where per is an ISO 8601 duration");
        }
    }

    private ObjectNode unlimited(String world) {
        return worlds.in(world, opened -> {
            var limits = new RateLimits(opened);
            limits.remove();
            return limits.toJson();
        });
    }

    private ObjectNode bringAbout(String world, VendorRequest request) {
        var body = body(request, "state", "params");
        var state = body.path("state").asText();
        var parameters = body.path("params") instanceof ObjectNode given ? given : Json.object();
        try {
            return worlds.in(world, opened -> (ObjectNode) Json.tree(vendor.seed(opened, state, parameters)));
        } catch (IllegalArgumentException e) {
            throw invalid(
                    request,
                    "The replay of %s cannot bring about \"%s\".".formatted(vendor.provider(), state),
                    "the field state of the body",
                    "bring it about with requests, or ask for the contract's response with the header Pact-Provider-State");
        }
    }

    private ObjectNode body(VendorRequest request, String... fields) {
        try {
            if (request.json() instanceof ObjectNode body) {
                requireKnown(request, body, List.of(fields));
                return body;
            }
        } catch (UncheckedIOException e) {
            // as for JSON that is not an object
        }
        throw invalid(
                request,
                "The body is not a JSON object.",
                "the body of the request",
                "send a JSON object with " + String.join(", ", fields));
    }

    private void requireKnown(VendorRequest request, ObjectNode body, List<String> fields) {
        body.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw invalid(
                        request,
                        "There is no field \"%s\".".formatted(name),
                        "the body of the request",
                        "use " + String.join(", ", fields));
            }
        });
    }

    /** Whether a request controls the replay, as far as its path tells. */
    static boolean isControl(VendorRequest request) {
        return request.path().startsWith(ProviderReplay.CONTROL_PATH + "/");
    }

    /** Why a control request is none that the replay knows. */
    HttpProblem unknown(VendorRequest request) {
        var known = Stream.concat(routes.routes().stream(), vendor.routes().routes().stream())
                .filter(route -> route.contains(" " + ProviderReplay.CONTROL_PATH + "/"))
                .sorted()
                .toList();
        return HttpProblem.invalidControl(new ErrorMessage(
                "The replay of %s cannot be controlled by this request.".formatted(vendor.provider()),
                request.method() + " " + request.path(),
                "use one of " + String.join(", ", known)));
    }

    private VendorError invalid(VendorRequest request, String what, String where, String fix) {
        return new VendorError(vendor.error(request, HttpProblem.invalidControl(new ErrorMessage(what, where, fix))));
    }

    private static StubResponse json(ObjectNode body) {
        return StubResponse.of(200, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    /** What one route does. */
    @FunctionalInterface
    private interface Control {

        ObjectNode apply(String world, VendorRequest request, Map<String, String> parameters);
    }
}
