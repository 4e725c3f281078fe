package dev.treaty.stubs.stripe.billing.testclock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * The time by which an object lives: that of its test clock, or else the account's. What is due for objects of a test clock is kept apart
 * until the clock is advanced.
 */
public final class TestClockTime {

    static final String KIND = "test_helpers.test_clock";

    private TestClockTime() {}

    /**
     * The account at the time of an object.
     *
     * @param object a customer, subscription or invoice, whose {@code test_clock} may be null
     */
    public static StripeContext of(StripeContext stripe, ObjectNode object) {
        return clock(stripe, object)
                .map(clock -> stripe.at(
                        Instant.ofEpochSecond(clock.path("frozen_time").asLong())))
                .orElse(stripe);
    }

    /**
     * Has something done at a time of an object.
     *
     * @param object like {@link #of}
     * @param at in seconds since 1970
     * @param action as it is registered with {@link dev.treaty.stubs.stripe.feature.StripeRoutes#due}
     */
    public static void schedule(StripeContext stripe, ObjectNode object, long at, String action, ObjectNode data) {
        var clock = clock(stripe, object);
        if (clock.isEmpty()) {
            stripe.schedule(Instant.ofEpochSecond(at), action, data);
            return;
        }
        var id = clock.get().path("id").asText();
        var queue = queue(stripe, id);
        var item = queue.withArray("items").addObject().put("at", at).put("action", action);
        item.set("data", data);
        stripe.world().setValue(key(id), queue);
    }

    /** Takes what is due next by a test clock, if it is due until a time; in the order of time, and then of scheduling. */
    static Optional<ObjectNode> take(StripeContext stripe, String clock, long until) {
        var queue = queue(stripe, clock);
        var items = queue.withArray("items");
        var first = -1;
        for (var i = 0; i < items.size(); i++) {
            var at = items.get(i).path("at").asLong();
            if (at <= until && (first < 0 || at < items.get(first).path("at").asLong())) {
                first = i;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        var item = (ObjectNode) items.remove(first);
        stripe.world().setValue(key(clock), queue);
        return Optional.of(item);
    }

    /** Forgets what is due by a test clock. */
    static void forget(StripeContext stripe, String clock) {
        stripe.world().setValue(key(clock), null);
    }

    private static Optional<ObjectNode> clock(StripeContext stripe, ObjectNode object) {
        return Optional.ofNullable(object.path("test_clock").textValue()).flatMap(id -> stripe.find(KIND, id));
    }

    private static ObjectNode queue(StripeContext stripe, String clock) {
        return stripe.world().value(key(clock)).orElseGet(Json::object);
    }

    private static String key(String clock) {
        return "stripe-due/" + clock;
    }
}
