package dev.treaty.provider.service.http;

import io.javalin.http.Context;
import java.util.Set;

/** The route and method that a request is counted and logged under: a few values, whatever callers send. */
final class RouteLabels {

    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private RouteLabels() {}

    /** E.g. {@code /workspaces/{id}}; {@code none} where there is no route. */
    static String of(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? NONE : endpoint.path;
    }

    /** The method if HTTP defines it, otherwise {@code other}: callers can make up any number of methods. */
    static String method(Context context) {
        var method = context.method().name();
        return METHODS.contains(method) ? method : OTHER;
    }

    /** Whether an orchestrator or a monitoring system calls the route. */
    static boolean isMonitoring(String route) {
        return route.startsWith("/health/") || route.equals("/metrics");
    }
}
