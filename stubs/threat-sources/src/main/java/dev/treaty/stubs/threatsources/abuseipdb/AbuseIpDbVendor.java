package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.AddressControl;
import dev.treaty.stubs.threatsources.key.ApiKey;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import java.util.Optional;

/** AbuseIPDB. */
public final class AbuseIpDbVendor implements Vendor {

    private static final ApiKey KEY = new ApiKey("Key");

    private final RouteTable<RouteHandler> routes = new RouteTable<RouteHandler>()
            .add(AddressControl.ROUTE, exchange -> AddressControl.tell(this, exchange))
            .add("GET /api/v2/check", Checks::check)
            .add("POST /api/v2/report", Reports::report)
            .add("GET /api/v2/reports", Reports::list)
            .add("GET /api/v2/blacklist", Blacklist::get)
            .add("DELETE /api/v2/clear-address", Reports::clear);

    @Override
    public String provider() {
        return "abuseipdb";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return KEY.of(request).filter(key -> !ApiKey.isWrong(key)).orElseThrow(AbuseIpDbError::unauthorized);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        if (exchange.request().path().startsWith(ProviderReplay.CONTROL_PATH)) {
            return handler.handle(exchange);
        }
        var headers = new DailyQuota(exchange.world(), exchange.request().path()).count();
        return handler.handle(exchange).withHeaders(headers);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return AbuseIpDbError.response(problem.status(), problem.detail());
    }

    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        var detail = "Daily rate limit of %d requests exceeded for this endpoint. See headers for additional details."
                .formatted(status.limit());
        return AbuseIpDbError.response(429, detail)
                .withHeaders(Map.of(
                        "Retry-After", String.valueOf(status.secondsUntilReset()),
                        "X-RateLimit-Reset", String.valueOf(status.resetsAtSeconds())));
    }

    @Override
    public Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        return DailyQuota.headers(status.limit(), status.remaining());
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        AbuseIpDbStates.bringAbout(world, state, parameters);
        return Map.of();
    }
}
