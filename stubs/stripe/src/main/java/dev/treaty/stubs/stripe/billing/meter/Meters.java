package dev.treaty.stubs.stripe.billing.meter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/**
 * Meters: active ↔ inactive. Each aggregates the events of one name.
 *
 * @see <a href="https://docs.stripe.com/api/billing/meter">Stripe, billing meters</a>
 */
public final class Meters implements StripeFeature {

    private static final String KIND = MeterUsage.METER;
    private static final String URL = "/v1/billing/meters";
    private static final String EVENT_NAME = "event_name";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST " + URL, Meters::create)
                .on("POST " + URL + "/{id}", Meters::update)
                .on("POST " + URL + "/{id}/deactivate", Meters::deactivate)
                .on("POST " + URL + "/{id}/reactivate", Meters::reactivate)
                .on("GET " + URL + "/{id}/event_summaries", UsageSummaries::list)
                .simulates(KIND);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        requireFree(stripe, request.text(EVENT_NAME));
        var fields = Json.object().put("status", "active").put("updated", stripe.now());
        fields.putObject("customer_mapping")
                .put("event_payload_key", "stripe_customer_id")
                .put("type", "by_id");
        fields.putObject("value_settings").put("event_payload_key", "value");
        fields.putObject("status_transitions").putNull("deactivated_at");
        var meter = stripe.draft(KIND, fields);
        GivenFields.copy(request.params(), meter);
        return stripe.insert(meter);
    }

    private static void requireFree(StripeContext stripe, String eventName) {
        if (active(stripe, eventName).isPresent()) {
            throw StripeError.invalid("There is already an active meter with event name '%s'.".formatted(eventName))
                    .param(EVENT_NAME)
                    .refusal();
        }
    }

    /** The active meter of an event's name. */
    static Optional<ObjectNode> active(StripeContext stripe, String eventName) {
        return stripe
                .list(KIND)
                .where("status", "active")
                .matching(meter -> meter.path(EVENT_NAME).asText().equals(eventName))
                .stream()
                .findFirst();
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = stripe.load(KIND, request.id());
        var after = before.deepCopy().put("updated", stripe.now());
        GivenFields.copy(request.params(), after);
        return stripe.update(before, after);
    }

    private static ObjectNode deactivate(StripeContext stripe, StripeRequest request) {
        var meter = requireStatus(stripe, request, "active");
        meter.withObject("/status_transitions").put("deactivated_at", stripe.now());
        return change(stripe, meter, "inactive", "billing.meter.deactivated");
    }

    private static ObjectNode reactivate(StripeContext stripe, StripeRequest request) {
        var meter = requireStatus(stripe, request, "inactive");
        requireFree(stripe, meter.path(EVENT_NAME).asText());
        meter.withObject("/status_transitions").putNull("deactivated_at");
        return change(stripe, meter, "active", "billing.meter.reactivated");
    }

    private static ObjectNode requireStatus(StripeContext stripe, StripeRequest request, String status) {
        var meter = stripe.load(KIND, request.id());
        if (!meter.path("status").asText().equals(status)) {
            throw StripeError.invalid("The meter %s is %s already."
                            .formatted(request.id(), meter.path("status").asText()))
                    .refusal();
        }
        return meter;
    }

    private static ObjectNode change(StripeContext stripe, ObjectNode meter, String status, String event) {
        stripe.save(meter.put("status", status).put("updated", stripe.now()));
        stripe.emit(event, meter);
        return meter;
    }
}
