package dev.treaty.provider.service;

import io.javalin.http.Context;

/** The routes of requests, by which they are counted and logged: there are few, whatever callers ask for. */
final class Routes {

    private static final String NONE = "none";

    private Routes() {}

    /** E.g. {@code /workspaces/{id}}; {@code none} where there is no route. */
    static String of(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? NONE : endpoint.path;
    }

    /** Whether it is how an orchestrator or a monitor asks how the service is. */
    static boolean isAboutTheService(String route) {
        return route.startsWith("/health/") || route.equals("/metrics");
    }
}
