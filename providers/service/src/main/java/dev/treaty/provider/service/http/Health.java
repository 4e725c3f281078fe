package dev.treaty.provider.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * {@code /health/live}: the process responds. {@code /health/ready}: so does everything it needs; otherwise 503 with what is missing.
 */
final class Health {

    private final String service;
    private final List<ReadinessCheck> checks;
    private final AtomicReference<@Nullable CompletableFuture<List<String>>> checking = new AtomicReference<>();

    Health(String service, List<ReadinessCheck> checks) {
        this.service = service;
        this.checks = List.copyOf(checks);
    }

    void configure(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(Map.of("service", service, "status", "up")));
        routes.get("/health/ready", this::ready);
    }

    /** However many ask, what is needed is checked once at a time, and only the one that checks keeps a thread. */
    private void ready(Context context) {
        context.future(() -> missing().thenAccept(missing -> respond(context, missing)));
    }

    private CompletableFuture<List<String>> missing() {
        var mine = new CompletableFuture<List<String>>();
        var others = checking.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        try {
            mine.complete(check());
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            checking.set(null);
        }
        return mine;
    }

    private List<String> check() {
        return checks.stream()
                .filter(check -> !check.isReady())
                .map(ReadinessCheck::name)
                .toList();
    }

    private void respond(Context context, List<String> missing) {
        if (missing.isEmpty()) {
            context.json(Map.of("service", service, "status", "ready"));
        } else {
            context.status(503).json(Map.of("service", service, "status", "not ready", "missing", missing));
        }
    }
}
