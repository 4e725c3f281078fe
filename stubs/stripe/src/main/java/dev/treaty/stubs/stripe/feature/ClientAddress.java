package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Where the clients of an account reach the replay.
 *
 * @param baseUrl without a slash at the end, e.g. {@code "http://127.0.0.1:12111"}
 * @param account e.g. {@code "acct_1Nv0FGQ9RKHgCVdK"}
 */
public record ClientAddress(String baseUrl, String account) {

    /** Where no client has been yet. */
    static final ClientAddress UNKNOWN = new ClientAddress("http://127.0.0.1", "acct_treaty");

    static ClientAddress of(ObjectNode kept) {
        return new ClientAddress(
                kept.path("baseUrl").asText(UNKNOWN.baseUrl),
                kept.path("account").asText(UNKNOWN.account));
    }

    ObjectNode toJson() {
        return Json.object().put("baseUrl", baseUrl).put("account", account);
    }
}
