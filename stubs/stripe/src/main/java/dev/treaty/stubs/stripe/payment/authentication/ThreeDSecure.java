package dev.treaty.stubs.stripe.payment.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.payment.card.Authentication;
import dev.treaty.stubs.vendor.world.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of 3-D Secure, as charges and set-up attempts show it.
 *
 * @see <a href="https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-three_d_secure">Stripe</a>
 */
public final class ThreeDSecure {

    private static final String VERSION = "2.2.0";

    private ThreeDSecure() {}

    /** The cardholder has done what the bank asked for. */
    public static ObjectNode authenticated() {
        return of("challenge", "05", "authenticated", null);
    }

    /** What a card makes of it without its holder; null if nobody asked for it. */
    public static JsonNode withoutChallenge(Authentication card, boolean requested) {
        if (card == Authentication.FRICTIONLESS) {
            return of("frictionless", "05", "authenticated", null);
        }
        if (!requested) {
            return NullNode.getInstance();
        }
        return switch (card) {
            case NOT_SUPPORTED -> of(null, null, "not_supported", "network_not_supported");
            case OPTIONAL_PROCESSING_ERROR, PROCESSING_ERROR -> of(null, null, "processing_error", "protocol_error");
            default -> of("frictionless", "06", "attempt_acknowledged", "card_not_enrolled");
        };
    }

    private static ObjectNode of(
            @Nullable String flow, @Nullable String indicator, String result, @Nullable String reason) {
        return Json.object()
                .put("authentication_flow", flow)
                .put("electronic_commerce_indicator", indicator)
                .putNull("exemption_indicator")
                .put("result", result)
                .put("result_reason", reason)
                .put("transaction_id", UUID.randomUUID().toString())
                .put("version", VERSION);
    }
}
