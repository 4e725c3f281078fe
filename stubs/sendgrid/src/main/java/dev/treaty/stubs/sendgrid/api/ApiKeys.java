package dev.treaty.stubs.sendgrid.api;

import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.regex.Pattern;

/**
 * Who a request is from: each API key is an account of its own. Any key exists that begins with {@code SG.}, unless it calls itself wrong,
 * invalid or revoked. With {@code on-behalf-of}, the request is for a subuser, who has an account of its own as well.
 */
public final class ApiKeys {

    private static final Pattern WRONG = Pattern.compile("(?i).*(wrong|invalid|revoked).*");
    private static final String PREFIX = "SG.";
    private static final String REFUSAL = "The provided authorization grant is invalid, expired, or revoked";

    private ApiKeys() {}

    /**
     * The account of a request.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 401 if it has no key, or one that nobody has
     */
    public static String account(VendorRequest request) {
        var key = request.bearerToken().orElseThrow(() -> SendGridError.unauthorized("authorization required"));
        if (!key.startsWith(PREFIX)) {
            throw SendGridError.unauthorized(REFUSAL + " (a key begins with SG.)");
        }
        if (WRONG.matcher(key).matches()) {
            throw SendGridError.unauthorized(REFUSAL);
        }
        return request.header("on-behalf-of")
                .map(subuser -> key + " on behalf of " + subuser)
                .orElse(key);
    }
}
