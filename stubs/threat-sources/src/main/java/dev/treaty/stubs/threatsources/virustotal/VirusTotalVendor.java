package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.AddressControl;
import dev.treaty.stubs.threatsources.key.ApiKey;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import java.util.Optional;

/** VirusTotal. */
public final class VirusTotalVendor implements Vendor {

    private static final ApiKey KEY = new ApiKey("x-apikey");

    private final RouteTable<RouteHandler> routes = new RouteTable<RouteHandler>()
            .add(AddressControl.ROUTE, exchange -> AddressControl.tell(this, exchange))
            .add("GET /api/v3/ip_addresses/{ip}", AddressReports::get)
            .add("POST /api/v3/files", Analyses::sendFile)
            .add("GET /api/v3/files/{id}", Samples::file)
            .add("POST /api/v3/urls", Analyses::sendUrl)
            .add("GET /api/v3/urls/{id}", Samples::url)
            .add("GET /api/v3/analyses/{id}", Analyses::get);

    @Override
    public String provider() {
        return "virustotal";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        var key = KEY.of(request)
                .orElseThrow(() -> VirusTotalError.AuthenticationRequiredError.with("X-Apikey header is missing"));
        if (ApiKey.isWrong(key)) {
            throw VirusTotalError.WrongCredentialsError.with("Wrong API key");
        }
        return key;
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return VirusTotalError.ofStatus(problem.status(), problem.detail());
    }

    /** Nothing says when to come back: clients have to know their quota. */
    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return VirusTotalError.QuotaExceededError.response("Quota exceeded");
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        VirusTotalStates.bringAbout(world, state, parameters);
        return Map.of();
    }
}
