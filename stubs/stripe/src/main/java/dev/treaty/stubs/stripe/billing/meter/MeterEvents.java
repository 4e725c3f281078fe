package dev.treaty.stubs.stripe.billing.meter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectTable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Meter events: what a customer has used. As with Stripe, an event whose payload names no customer or no value is accepted, and counts
 * nowhere.
 *
 * @see <a href="https://docs.stripe.com/api/billing/meter-event">Stripe, meter events</a>
 */
public final class MeterEvents implements StripeFeature {

    private static final Duration OLDEST = Duration.ofDays(35);
    private static final Duration NEWEST = Duration.ofMinutes(5);
    private static final Duration UNIQUE = Duration.ofHours(24);
    private static final int LONGEST = 100;

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/billing/meter_events", MeterEvents::create)
                .on("POST /v1/billing/meter_event_adjustments", MeterEvents::adjust)
                .simulates("billing.meter_event", "billing.meter_event_adjustment");
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var name = request.text("event_name");
        var meter = Meters.active(stripe, name)
                .orElseThrow(() -> StripeError.invalid("No active meter found for event name '%s'.".formatted(name))
                        .code("resource_missing")
                        .param("event_name")
                        .refusal());
        var identifier = request.has("identifier")
                ? request.text("identifier")
                : UUID.randomUUID().toString();
        checkIdentifier(stripe, identifier);
        var payload = (ObjectNode) request.params().path("payload");
        var customer = MeterUsage.customer(meter, payload);
        var now = stripe.find("customer", customer)
                .map(found -> TestClockTime.of(stripe, found))
                .orElse(stripe)
                .now();
        var timestamp = request.has("timestamp") ? request.number("timestamp") : now;
        if (timestamp < now - OLDEST.toSeconds() || timestamp > now + NEWEST.toSeconds()) {
            throw StripeError.invalid(
                            "The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.")
                    .param("timestamp")
                    .refusal();
        }
        var event = Json.object()
                .put("object", "billing.meter_event")
                .put("created", stripe.now())
                .put("event_name", name)
                .put("identifier", identifier)
                .put("livemode", false);
        event.set("payload", payload);
        event.put("timestamp", timestamp);
        MeterUsage.events(stripe).put(MeterUsage.stored(stripe, meter, event));
        return event;
    }

    private static void checkIdentifier(StripeContext stripe, String identifier) {
        if (identifier.length() > LONGEST) {
            throw StripeError.invalid(
                            "Invalid string: %s; must be at most %d characters".formatted(identifier, LONGEST))
                    .param("identifier")
                    .refusal();
        }
        if (recent(stripe, identifier).isPresent()) {
            throw StripeError.invalid("An event already exists with identifier %s.".formatted(identifier))
                    .refusal();
        }
    }

    private static Optional<ObjectNode> recent(StripeContext stripe, String identifier) {
        return MeterUsage.events(stripe)
                .list(MeterUsage.IDENTIFIER, identifier, true, null)
                .filter(event -> event.path("created").asLong() > stripe.now() - UNIQUE.toSeconds())
                .findFirst();
    }

    /** Cancels an event of the last 24 hours. */
    private static ObjectNode adjust(StripeContext stripe, StripeRequest request) {
        var name = request.text("event_name");
        var identifier = request.params().path("cancel").path("identifier").asText("");
        if (identifier.isEmpty()) {
            throw StripeError.missing("cancel[identifier]").refusal();
        }
        var event = recent(stripe, identifier)
                .filter(found -> found.path("event_name").asText().equals(name))
                .orElseThrow(() -> noEvent(name, identifier));
        ObjectTable events = MeterUsage.events(stripe);
        events.remove(event.path("id").asText());
        var adjustment = Json.object().put("object", "billing.meter_event_adjustment");
        adjustment.putObject("cancel").put("identifier", identifier);
        return adjustment
                .put("event_name", name)
                .put("livemode", false)
                .put("status", "pending")
                .put("type", "cancel");
    }

    private static VendorError noEvent(String name, String identifier) {
        return StripeError.invalid("No event '%s' with identifier %s was received within the past 24 hours."
                        .formatted(name, identifier))
                .param("cancel[identifier]")
                .refusal();
    }
}
