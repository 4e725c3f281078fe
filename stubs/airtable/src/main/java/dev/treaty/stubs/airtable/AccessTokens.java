package dev.treaty.stubs.airtable;

import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who a request is from, and what it may do. Every personal access token ({@code pat…}) exists, with bases of its own and all scopes; one
 * that calls itself wrong is refused. {@code POST /__treaty/token} with {@code {"scopes": ["data.records:read"]}} takes scopes away.
 */
final class AccessTokens {

    static final String READ_RECORDS = "data.records:read";
    static final String WRITE_RECORDS = "data.records:write";

    private static final List<String> SCOPES =
            List.of(READ_RECORDS, WRITE_RECORDS, "schema.bases:read", "schema.bases:write", "webhook:manage");
    private static final Pattern WRONG = Pattern.compile("(?i).*(wrong|invalid|revoked|expired).*");
    private static final String STORED = "scopes";

    private AccessTokens() {}

    static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET /v0/meta/whoami", AccessTokens::whoAmI);
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/token", exchange -> {
            var scopes = new ArrayList<String>();
            RequestBody.of(exchange.request()).path(STORED).forEach(scope -> scopes.add(scope.asText()));
            restrict(exchange.world(), scopes);
            return whoAmI(exchange);
        });
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 401 if the token is missing, is an old API key, or calls itself wrong */
    static String token(VendorRequest request) {
        return request.bearerToken()
                .filter(token ->
                        !token.startsWith("key") && !WRONG.matcher(token).matches())
                .orElseThrow(AirtableError::unauthorized);
    }

    /** Leaves a token only these scopes. */
    static void restrict(World world, List<String> scopes) {
        var stored = Json.object();
        scopes.forEach(stored.putArray(STORED)::add);
        world.setValue(STORED, stored);
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 403 if the token may not do what the request wants */
    static void check(Exchange exchange) {
        var needed = scope(exchange.route());
        if (!needed.isEmpty() && !scopes(exchange.world()).contains(needed)) {
            throw AirtableError.forbidden();
        }
    }

    /** @param route e.g. {@code "GET /v0/{base}/{table}"} */
    private static String scope(String route) {
        var path = route.substring(route.indexOf(' ') + 1);
        if (path.startsWith(ProviderReplay.CONTROL_PATH) || path.endsWith("/whoami")) {
            return "";
        }
        var isReading = route.startsWith("GET ") || route.endsWith("/listRecords");
        if (path.startsWith("/v0/meta/")) {
            return isReading ? "schema.bases:read" : "schema.bases:write";
        }
        if (path.startsWith("/v0/bases/")) {
            return "webhook:manage";
        }
        return isReading ? READ_RECORDS : WRITE_RECORDS;
    }

    private static List<String> scopes(World world) {
        return world.value(STORED)
                .map(stored -> {
                    var scopes = new ArrayList<String>();
                    stored.path(STORED).forEach(scope -> scopes.add(scope.asText()));
                    return (List<String>) scopes;
                })
                .orElse(SCOPES);
    }

    private static StubResponse whoAmI(Exchange exchange) {
        var body = Json.object().put("id", "usrTreaty00000000");
        var scopes = body.putArray(STORED);
        scopes(exchange.world()).forEach(scopes::add);
        return AirtableError.json(200, body);
    }
}
