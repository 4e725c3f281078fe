package dev.treaty.stubs.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.limit.Outage;
import dev.treaty.stubs.vendor.limit.RateLimit;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** A small vendor: it takes orders, keeps a diary of what it does later, and tells others about it. */
final class Kiosk implements Vendor {

    static final ObjectKind ORDERS = new ObjectKind("order", "id", List.of("table"), 1_000);

    /** Has a permit as soon as the action "pause" has begun. */
    static final Semaphore PAUSED = new Semaphore(0);

    private static final String DIARY = "diary";

    private final RouteTable<RouteHandler> routes = new RouteTable<RouteHandler>()
            .add("POST /orders", Kiosk::order)
            .add("POST /orders/refused", Kiosk::refuse)
            .add("PUT /orders/{id}", Kiosk::orderOnce)
            .add("GET /orders", Kiosk::list)
            .add("GET /orders/{id}", Kiosk::find)
            .add("POST /later", Kiosk::later)
            .add("POST /news", Kiosk::news)
            .add(
                    "GET /diary",
                    exchange -> json(200, exchange.world().value(DIARY).orElseGet(Json::object)))
            .add("GET /broken", exchange -> {
                throw new IllegalStateException("The kiosk is on fire");
            });

    @Override
    public String provider() {
        return "kiosk";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return request.bearerToken().orElseThrow(() -> new VendorError(refusal(401, "Who are you?")));
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        Outage.status(exchange.world()).ifPresent(status -> {
            throw new VendorError(refusal(status, "Closed"));
        });
        return handler.handle(exchange);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return refusal(problem.status(), problem.detail());
    }

    @Override
    public Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        return Map.of("Kiosk-Limit", status.limit() + " " + status.remaining() + " " + status.resetsAtSeconds());
    }

    @Override
    public Optional<RateLimit> usualRateLimit() {
        return Optional.of(new RateLimit(100, Duration.ofMinutes(1)));
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(
                "note", (world, data) -> note(world, data.path("text").asText()),
                "chain", Kiosk::chain,
                "fail",
                        (world, data) -> {
                            note(world, "nobody sees this");
                            throw new IllegalStateException("as the test wants it");
                        },
                "run out of memory",
                        (world, data) -> {
                            throw new OutOfMemoryError("as the test wants it");
                        },
                "tell", (world, data) -> send(world, data),
                "pause", (world, data) -> pause(world));
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(
                "news",
                new NewsPolicy(),
                "unsigned",
                new UnsignedNewsPolicy(),
                "unread",
                new UnreadNewsPolicy(),
                "heavy",
                new HeavyNewsPolicy());
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        if (state.equals("the kiosk is crowded")) {
            new RateLimits(world).exceed(3, Duration.ofSeconds(10));
            return Map.of();
        }
        if (state.equals("the kiosk is closed")) {
            Outage.begin(world, 503, Duration.ofSeconds(10));
            return Map.of();
        }
        if (!state.equals("an order exists")) {
            throw new IllegalArgumentException(state);
        }
        world.objects(ORDERS).put(Json.object().put("id", parameters.path("id").asText()));
        return Map.of("id", parameters.path("id").asText());
    }

    private static StubResponse order(Exchange exchange) {
        var world = exchange.world();
        var order = (ObjectNode) exchange.request().json();
        order.put("id", "order_" + world.nextNumber()).put("at", world.now().toString());
        world.objects(ORDERS).put(order);
        return json(201, order);
    }

    /** May be repeated, for clients that do not know whether it was done. */
    private static StubResponse orderOnce(Exchange exchange) {
        var order = (ObjectNode) exchange.request().json();
        order.put("id", exchange.parameter("id"));
        exchange.world().objects(ORDERS).put(order);
        return json(200, order);
    }

    private static StubResponse refuse(Exchange exchange) {
        order(exchange);
        var error = new VendorError(refusal(402, "Sold out"));
        throw exchange.request().query().equals("keep") ? error.keepingChanges() : error;
    }

    private static StubResponse list(Exchange exchange) {
        var table = exchange.request().queryParameters().get("table");
        var orders = Json.object();
        var list = orders.putArray("orders");
        exchange.world()
                .objects(ORDERS)
                .list(table == null ? null : "table", table == null ? null : table.get(0), false, null)
                .forEach(order -> list.add(order.path("id")));
        return json(200, orders);
    }

    private static StubResponse find(Exchange exchange) {
        var id = exchange.parameter("id");
        return exchange.world()
                .objects(ORDERS)
                .find(id)
                .map(order -> json(200, order))
                .orElseThrow(() -> new VendorError(refusal(404, "No order " + id)).ofUnknownId(id));
    }

    private static StubResponse later(Exchange exchange) {
        var body = exchange.request().json();
        var at = exchange.world().now().plus(Duration.parse(body.path("in").asText()));
        exchange.world().due().schedule(at, body.path("action").asText(), (ObjectNode) body.path("data"));
        return json(200, Json.object());
    }

    private static StubResponse news(Exchange exchange) {
        send(exchange.world(), exchange.request().json());
        return json(200, Json.object());
    }

    private static void chain(World world, ObjectNode data) {
        var left = data.path("left").asInt();
        note(world, "chain " + left);
        if (left > 0) {
            world.due()
                    .schedule(
                            world.now().plusSeconds(60),
                            "chain",
                            data.deepCopy().put("left", left - 1));
        }
    }

    /** Takes its time, as if the machine were busy; some of them take longer than others wait for their turn. */
    private static void pause(World world) {
        PAUSED.release();
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        note(world, "paused");
    }

    private static void send(World world, JsonNode data) {
        Deliveries.of(world)
                .send(new DeliveryRequest(
                        data.path("purpose").asText("news"),
                        data.path("channel").asText("main"),
                        "POST",
                        URI.create(data.path("url").asText()),
                        "text/plain",
                        data.path("text").asText(),
                        Json.object()));
    }

    private static void note(World world, String text) {
        var diary = world.value(DIARY).orElseGet(Json::object);
        diary.withArray("entries").add(world.now() + " " + text);
        world.setValue(DIARY, diary);
    }

    private static StubResponse refusal(int status, String message) {
        return json(status, Json.object().put("refusal", message));
    }

    private static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(
                status,
                Map.of("Content-Type", "application/json"),
                body.toString().getBytes(UTF_8));
    }

    /** Three attempts, an hour apart; the reader's response is noted. */
    private static class NewsPolicy implements DeliveryPolicy {

        @Override
        public Map<String, String> headers(World world, Delivery delivery) {
            return Map.of("Kiosk-Time", world.now().toString());
        }

        @Override
        public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
            return attempts < 3 ? Optional.of(Duration.ofHours(1)) : Optional.empty();
        }

        @Override
        public void completed(World world, Delivery delivery, DeliveryResult result) {
            note(world, delivery.body() + " " + delivery.status() + " " + result.text());
        }
    }

    private static final class UnsignedNewsPolicy extends NewsPolicy {

        @Override
        public Map<String, String> headers(World world, Delivery delivery) {
            throw new IllegalStateException("The pen is empty");
        }
    }

    private static final class HeavyNewsPolicy extends NewsPolicy {

        @Override
        public Map<String, String> headers(World world, Delivery delivery) {
            if (delivery.body().equals("heavy to send")) {
                throw new OutOfMemoryError("as the test wants it");
            }
            return Map.of();
        }

        @Override
        public void completed(World world, Delivery delivery, DeliveryResult result) {
            throw new OutOfMemoryError("as the test wants it");
        }
    }

    private static final class UnreadNewsPolicy extends NewsPolicy {

        @Override
        public void completed(World world, Delivery delivery, DeliveryResult result) {
            throw new IllegalStateException("The glasses are broken");
        }
    }
}
