package dev.treaty.stubs.samsara.api;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The API tokens. Any token has an organisation of its own, except one that calls itself revoked or invalid. It has all scopes, unless a
 * test takes some: {@code POST /__treaty/scopes {"missing": ["Read Routes"]}}.
 */
public final class Tokens implements SamsaraFeature {

    private static final Pattern REFUSED = Pattern.compile("(?i).*(revoked|invalid|expired|wrong).*");
    private static final String SCOPES = "missing-scopes";
    private static final String MISSING = "missing";

    /** By how a path starts; the first that fits. The last word is what {@code Read} or {@code Write} is put before. */
    private static final List<String[]> SCOPE_BY_PATH = List.of(
            new String[] {"/fleet/vehicles/stats", "Vehicle Statistics"},
            new String[] {"/fleet/vehicles/locations", "Vehicle Statistics"},
            new String[] {"/fleet/vehicles", "Vehicles"},
            new String[] {"/fleet/drivers", "Drivers"},
            new String[] {"/fleet/routes", "Routes"},
            new String[] {"/addresses", "Addresses"},
            new String[] {"/webhooks", "Webhooks"});

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/scopes", Tokens::take);
    }

    private static StubResponse take(Exchange exchange) {
        var missing = Body.of(exchange.request()).json().path(MISSING);
        var scopes = Json.object();
        scopes.putArray(MISSING);
        missing.forEach(scope -> scopes.withArray(MISSING).add(scope.asText()));
        exchange.world().setValue(SCOPES, scopes);
        return Answers.json(200, scopes);
    }

    /** Takes a scope from the token. */
    public static void takeScope(World world, String scope) {
        var scopes = Json.object();
        scopes.putArray(MISSING).add(scope);
        world.setValue(SCOPES, scopes);
    }

    /**
     * The token of a request, which identifies the organisation.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 401 if it is missing or refused
     */
    public static String of(VendorRequest request) {
        return request.bearerToken()
                .filter(token -> !REFUSED.matcher(token).matches())
                .orElseThrow(SamsaraError::unauthorized);
    }

    /**
     * Checks that the token has the scope of a request.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 403 if it lacks it
     */
    public static void check(Exchange exchange) {
        var scope = scope(exchange.request());
        var missing = exchange.world().value(SCOPES);
        if (scope.isPresent() && missing.isPresent()) {
            for (var each : missing.get().path(MISSING)) {
                if (each.asText().equals(scope.get())) {
                    throw SamsaraError.forbidden(scope.get());
                }
            }
        }
    }

    private static Optional<String> scope(VendorRequest request) {
        var prefix = request.method().equals("GET") ? "Read " : "Write ";
        return SCOPE_BY_PATH.stream()
                .filter(scope -> request.path().startsWith(scope[0]))
                .map(scope -> prefix + scope[1])
                .findFirst();
    }
}
