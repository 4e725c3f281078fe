package dev.treaty.provider.service;

import io.javalin.http.Context;
import java.util.Set;

/** What requests are counted and logged by: routes and methods, of which there are few, whatever callers ask for. */
final class Routes {

    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private Routes() {}

    /** E.g. {@code /workspaces/{id}}; {@code none} where there is no route. */
    static String of(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? NONE : endpoint.path;
    }

    /** The method, if it is one that HTTP has; anybody can make up others. */
    static String method(Context context) {
        var method = context.method().name();
        return METHODS.contains(method) ? method : OTHER;
    }

    /** Whether it is how an orchestrator or a monitor asks how the service is. */
    static boolean isAboutTheService(String route) {
        return route.startsWith("/health/") || route.equals("/metrics");
    }
}
