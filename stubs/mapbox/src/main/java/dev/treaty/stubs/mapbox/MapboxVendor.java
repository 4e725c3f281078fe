package dev.treaty.stubs.mapbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.mapbox.place.GeocodingRoutes;
import dev.treaty.stubs.mapbox.road.NavigationRoutes;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Mapbox: geocoding, directions, matrix and optimized trips.
 *
 * @see <a href="https://docs.mapbox.com/api/">Mapbox, APIs</a>
 */
final class MapboxVendor implements Vendor {

    private final RouteTable<RouteHandler> routes = new RouteTable<>();

    MapboxVendor() {
        GeocodingRoutes.addTo(routes);
        NavigationRoutes.addTo(routes);
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/roads", RoadControl::set);
    }

    @Override
    public String provider() {
        return "mapbox";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return AccessTokens.token(request);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        AccessTokens.check(exchange);
        return handler.handle(exchange);
    }

    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return MapboxError.general(429, "Too Many Requests");
    }

    @Override
    public Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Rate-Limit-Interval", String.valueOf(status.per().toSeconds()));
        headers.put("X-Rate-Limit-Limit", String.valueOf(status.limit()));
        headers.put("X-Rate-Limit-Reset", String.valueOf(status.resetsAtSeconds()));
        return headers;
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return NavigationRoutes.has(request.path())
                ? MapboxError.navigation(problem.status(), "NotFound", problem.detail())
                : MapboxError.general(problem.status(), problem.detail());
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        new ProviderStates(world, parameters).bringAbout(state);
        return Map.of();
    }
}
