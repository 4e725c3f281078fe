package dev.treaty.stubs.stripe.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Parameters that are checked and kept, but whose effect on money or documents is not simulated. */
public final class UnsimulatedParameters {

    private static final List<JsonPointer> PARAMETERS = Stream.of(
                    "/application_fee_amount",
                    "/automatic_tax/enabled",
                    "/billing_thresholds",
                    "/pause_schedules",
                    "/payment_intent_data/application_fee_amount",
                    "/payment_intent_data/transfer_data",
                    "/subscription_data/application_fee_percent",
                    "/subscription_data/transfer_data",
                    "/transfer_data")
            .map(JsonPointer::compile)
            .toList();

    private UnsimulatedParameters() {}

    /** Whether a request asks for something of the kind. */
    public static boolean areIn(ObjectNode params) {
        return !params.isEmpty() && PARAMETERS.stream().map(params::at).anyMatch(UnsimulatedParameters::isGiven);
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.asBoolean());
    }
}
