package dev.treaty.stubs.http.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The replay of a small provider, "shop": orders are created and read, and tests can forget them all. */
final class OrderReplay implements ProviderStub, ProviderReplay {

    private final AtomicInteger created = new AtomicInteger();
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    @Override
    public String provider() {
        return "shop";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(this);
    }

    @Override
    public ReplayResult answer(RawRequest request) {
        var path = request.path();
        if (path.equals("/orders") && request.method().equals("POST")) {
            var id = "order_" + created.incrementAndGet();
            orders.put(id, request.basePath());
            return answered(201, "order " + id);
        }
        if (path.startsWith("/orders/") && request.method().equals("GET")) {
            var id = path.substring("/orders/".length());
            return orders.containsKey(id)
                    ? answered(200, "order " + id)
                    : new ReplayResult.UnknownId(id, response(404, "shop has no " + id));
        }
        if (path.equals(CONTROL_PATH + "/reset")) {
            orders.clear();
            return answered(200, "reset");
        }
        if (path.equals("/fail")) {
            throw new IllegalStateException("the replay is broken");
        }
        return path.equals("/pay") ? answered(200, "paid") : new ReplayResult.NotCovered();
    }

    private static ReplayResult answered(int status, String text) {
        return new ReplayResult.Answered(response(status, text));
    }

    private static StubResponse response(int status, String text) {
        return StubResponse.of(status, Map.of("Content-Type", "text/shop"), text.getBytes(UTF_8));
    }

    @Override
    public StubResponse error(RawRequest request, HttpProblem problem) {
        return response(problem.status(), "shop says " + problem.status() + ": " + problem.detail());
    }

    /** How many orders were ever created. */
    int created() {
        return created.get();
    }

    @Override
    public void close() {}
}
