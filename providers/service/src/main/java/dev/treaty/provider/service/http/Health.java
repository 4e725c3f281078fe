package dev.treaty.provider.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * {@code /health/live}: the process responds. {@code /health/ready}: so does everything it needs; otherwise 503 with what is missing.
 */
final class Health {

    private final String service;
    private final List<ReadinessCheck> checks;

    Health(String service, List<ReadinessCheck> checks) {
        this.service = service;
        this.checks = List.copyOf(checks);
    }

    void configure(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(Map.of("service", service, "status", "up")));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        var missing = checks.stream()
                .filter(check -> !check.isReady())
                .map(ReadinessCheck::name)
                .toList();
        if (missing.isEmpty()) {
            context.json(Map.of("service", service, "status", "ready"));
        } else {
            context.status(503).json(Map.of("service", service, "status", "not ready", "missing", missing));
        }
    }
}
