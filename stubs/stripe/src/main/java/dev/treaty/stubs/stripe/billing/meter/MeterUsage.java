package dev.treaty.stubs.stripe.billing.meter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a customer has used, aggregated as the meter says. */
public final class MeterUsage {

    static final String METER = "billing.meter";
    static final String IDENTIFIER = "identifier";

    /** Meter and customer, by which events are found. */
    private static final String USAGE = "usage";

    private static final ObjectKind EVENTS =
            new ObjectKind("treaty-meter-event", "id", List.of(USAGE, IDENTIFIER), ObjectKind.DEFAULT_LIMIT);

    private MeterUsage() {}

    static ObjectTable events(StripeContext stripe) {
        return stripe.world().objects(EVENTS);
    }

    /** An event as it is kept. */
    static ObjectNode stored(StripeContext stripe, ObjectNode meter, ObjectNode event) {
        var customer = customer(meter, event.path("payload"));
        return event.deepCopy()
                .put("id", String.valueOf(stripe.world().nextNumber()))
                .put(USAGE, key(meter, customer));
    }

    /** The customer that a payload names; empty if it names none. */
    static String customer(ObjectNode meter, JsonNode payload) {
        return payload.path(
                        meter.path("customer_mapping").path("event_payload_key").asText())
                .asText("");
    }

    private static String key(ObjectNode meter, String customer) {
        return meter.path("id").asText() + "/" + customer;
    }

    /**
     * What a customer used of a metered price.
     *
     * @param recurring of the price; without a meter, nothing is used
     * @param from in seconds since 1970, inclusive
     * @param to like {@code from}, exclusive
     * @return a whole number of units, never negative
     */
    public static long of(StripeContext stripe, JsonNode recurring, String customer, long from, long to) {
        return stripe.find(METER, recurring.path("meter").asText(""))
                .map(meter -> Math.max(0, aggregated(stripe, meter, customer, from, to)))
                .orElse(0L);
    }

    /** The events' sum, count or last value. */
    static long aggregated(StripeContext stripe, ObjectNode meter, String customer, long from, long to) {
        var key = meter.path("value_settings").path("event_payload_key").asText();
        var events = events(stripe)
                .list(USAGE, key(meter, customer), false, null)
                .filter(event -> {
                    var time = event.path("timestamp").asLong();
                    return time >= from && time < to;
                });
        return switch (meter.path("default_aggregation").path("formula").asText()) {
            case "count" -> events.count();
            case "last" ->
                events.filter(event -> value(event, key).isPresent())
                        .reduce((one, other) -> LATER.compare(one, other) > 0 ? one : other)
                        .flatMap(event -> value(event, key))
                        .map(MeterUsage::rounded)
                        .orElse(0L);
            default ->
                rounded(events.flatMap(event -> value(event, key).stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
        };
    }

    private static final Comparator<ObjectNode> LATER =
            Comparator.comparingLong(event -> event.path("timestamp").asLong());

    private static Optional<BigDecimal> value(ObjectNode event, String key) {
        try {
            return Optional.of(new BigDecimal(event.path("payload").path(key).asText("")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long rounded(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
