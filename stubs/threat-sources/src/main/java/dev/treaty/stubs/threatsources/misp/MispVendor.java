package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.key.ApiKey;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** MISP. */
public final class MispVendor implements Vendor {

    private static final String JSON = "application/json";
    private static final ApiKey KEY = new ApiKey("Authorization");
    private static final ApiKey OTHER_KEY = new ApiKey("X-MISP-AUTH");

    private final RouteTable<RouteHandler> routes = new RouteTable<RouteHandler>()
            .add("GET /servers/getVersion", exchange -> version())
            .add("POST /attributes/restSearch", AttributeSearch::search)
            .add("POST /attributes/add/{id}", Attributes::add)
            .add("POST /events/add", Events::add)
            .add("GET /events/view/{id}", Events::view)
            .add("POST /events/publish/{id}", Events::publish)
            .add("POST /sightings/add", Sightings::add)
            .add("POST /warninglists/checkValue", WarningLists::checkValue);

    @Override
    public String provider() {
        return "misp";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    private static StubResponse version() {
        return MispError.json(
                200,
                Json.object().put("version", "2.5.1").put("perm_sync", false).put("perm_sighting", true));
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        if (!isControl(request) && !isForPrograms(request)) {
            throw MispError.login(request);
        }
        return KEY.of(request)
                .or(() -> OTHER_KEY.of(request))
                .filter(key -> !ApiKey.isWrong(key))
                .orElseThrow(() -> MispError.wrongKey(request));
    }

    private static boolean isControl(VendorRequest request) {
        return request.path().startsWith(ProviderReplay.CONTROL_PATH);
    }

    /** MISP answers a program only if the header says that JSON is wanted, and sent. */
    private static boolean isForPrograms(VendorRequest request) {
        return isJson(request, "Accept") && (!request.method().equals("POST") || isJson(request, "Content-Type"));
    }

    private static boolean isJson(VendorRequest request, String header) {
        return request.header(header).orElse("").toLowerCase(Locale.ROOT).contains(JSON);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        if (!isControl(exchange.request())) {
            if (ApiKey.isRevoked(exchange.world())) {
                throw MispError.wrongKey(exchange.request());
            }
            KnownEvents.open(exchange.world());
        }
        return handler.handle(exchange);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return MispError.response(problem.status(), problem.detail(), request);
    }

    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return MispError.response(429, "Rate limit exceeded.", request);
    }

    /** The reset is how many seconds are left, not a time. */
    @Override
    public Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        return Map.of(
                "X-Rate-Limit-Limit", String.valueOf(status.limit()),
                "X-Rate-Limit-Remaining", String.valueOf(status.remaining()),
                "X-Rate-Limit-Reset", String.valueOf(status.secondsUntilReset()));
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        KnownEvents.open(world);
        MispStates.bringAbout(world, state, parameters);
        return Map.of();
    }
}
