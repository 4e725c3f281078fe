package dev.treaty.stubs.mapbox;

import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.mapbox.api.Parameters;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who a request is from. Every token ({@code pk.…}, {@code sk.…}, {@code tk.…}) exists, with places and roads of its own; one that calls
 * itself wrong or revoked is refused.
 */
final class AccessTokens {

    private static final Pattern TOKEN = Pattern.compile("[pst]k\\..+");
    private static final Pattern WRONG = Pattern.compile("(?i).*(wrong|invalid|revoked|expired).*");
    private static final String RESTRICTED = "restricted";

    private AccessTokens() {}

    /** @throws dev.treaty.stubs.vendor.VendorError 401 if there is no token, or one that is none */
    static String token(VendorRequest request) {
        var token = request.queryParameters().getOrDefault(Parameters.TOKEN, List.of()).stream()
                .findFirst()
                .or(request::bearerToken)
                .orElseThrow(MapboxError::noToken);
        if (!TOKEN.matcher(token).matches() || WRONG.matcher(token).matches()) {
            throw MapboxError.invalidToken();
        }
        return token;
    }

    /** Has a token be for another site than the one that uses it. */
    static void restrict(World world) {
        world.setValue(RESTRICTED, Json.object().put(RESTRICTED, true));
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 403 if the token is for another site */
    static void check(Exchange exchange) {
        if (exchange.world().value(RESTRICTED).isPresent()) {
            throw MapboxError.forbidden();
        }
    }
}
