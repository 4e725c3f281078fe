package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;

/** Directions, matrix and optimized trips. */
public final class NavigationRoutes {

    private NavigationRoutes() {}

    /** Adds the routes. */
    public static void addTo(RouteTable<RouteHandler> routes) {
        Directions.addTo(routes);
        Matrix.addTo(routes);
        Optimization.addTo(routes);
    }

    /** Whether a path is one of them: their errors have another shape than others. */
    public static boolean has(String path) {
        return path.startsWith("/directions") || path.startsWith("/optimized-trips");
    }
}
