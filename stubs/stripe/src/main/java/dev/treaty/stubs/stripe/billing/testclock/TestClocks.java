package dev.treaty.stubs.stripe.billing.testclock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.BillingInterval;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Test clocks: ready → advancing → ready. While a clock advances, all that becomes due for its customers is done in the order of time,
 * each with the clock at its own time.
 *
 * @see <a href="https://docs.stripe.com/billing/testing/test-clocks">Stripe, test clocks</a>
 */
public final class TestClocks implements StripeFeature {

    private static final Logger LOG = LoggerFactory.getLogger(TestClocks.class);
    private static final String ADVANCE = "test_clock.advance";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int MAX_CUSTOMERS = 3;
    /** How far a clock may be advanced whose customers have no subscriptions. */
    private static final Duration WITHOUT_SUBSCRIPTION = Duration.ofDays(731);

    private static final int MAX_INTERVALS = 2;
    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/test_helpers/test_clocks", TestClocks::create)
                .on("POST /v1/test_helpers/test_clocks/{id}/advance", TestClocks::advance)
                .on("DELETE /v1/test_helpers/test_clocks/{id}", TestClocks::delete)
                .simulates(TestClockTime.KIND)
                .due(ADVANCE, (stripe, data) -> run(routes, stripe, data));
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var frozen = request.number("frozen_time");
        var fields = Json.object().put("frozen_time", frozen).put("status", "ready");
        fields.put("name", request.has("name") ? request.text("name") : null);
        fields.put("deletes_after", stripe.now() + LIFE.toSeconds());
        fields.putObject("status_details");
        return stripe.create(TestClockTime.KIND, fields);
    }

    /**
     * The account at the time of a test clock that gets a new customer.
     *
     * @param params whose {@code test_clock} may be missing
     */
    public static StripeContext ofNewCustomer(StripeContext stripe, ObjectNode params) {
        var id = params.path("test_clock").asText("");
        if (id.isEmpty()) {
            return stripe;
        }
        stripe.load(TestClockTime.KIND, id, "test_clock");
        if (customers(stripe, id).size() >= MAX_CUSTOMERS) {
            throw StripeError.invalid("You have reached the limit of %d customers for test clock %s."
                            .formatted(MAX_CUSTOMERS, id))
                    .param("test_clock")
                    .refusal();
        }
        return TestClockTime.of(stripe, params);
    }

    private static ObjectNode advance(StripeContext stripe, StripeRequest request) {
        var clock = stripe.load(TestClockTime.KIND, request.id());
        var target = request.number("frozen_time");
        check(stripe, clock, target);
        var advancing = clock.deepCopy().put("status", "advancing");
        advancing.putObject("status_details").putObject("advancing").put("target_frozen_time", target);
        stripe.save(advancing);
        stripe.emit("test_helpers.test_clock.advancing", clock, advancing);
        stripe.schedule(stripe.instant(), ADVANCE, Json.object().put("clock", request.id()));
        return advancing;
    }

    private static void check(StripeContext stripe, ObjectNode clock, long target) {
        var now = clock.path("frozen_time").asLong();
        if (!clock.path("status").asText().equals("ready")) {
            throw StripeError.invalid(
                            "Test clock is currently advancing. Wait until its status is `ready` before you advance it again.")
                    .refusal();
        }
        if (target <= now) {
            throw StripeError.invalid("Test clocks can only be advanced to a time after their current frozen time (%d)."
                            .formatted(now))
                    .param("frozen_time")
                    .refusal();
        }
        var limit = limit(stripe, clock.path("id").asText(), now);
        if (target > limit.orElse(now + WITHOUT_SUBSCRIPTION.toSeconds())) {
            throw StripeError.invalid(
                            limit.isPresent()
                                    ? "You can only advance a test clock by up to two intervals of its shortest subscription at a time; here, until %d."
                                            .formatted(limit.getAsLong())
                                    : "You can only advance a test clock that has no subscriptions by up to two years at a time.")
                    .param("frozen_time")
                    .refusal();
        }
    }

    /** Two intervals of the shortest subscription from now. */
    private static OptionalLong limit(StripeContext stripe, String clock, long now) {
        return customers(stripe, clock).stream()
                .flatMap(customer -> subscriptions(stripe, customer).stream())
                .filter(subscription ->
                        !ENDED.contains(subscription.path("status").asText()))
                .flatMap(subscription -> subscription.path("items").path("data").valueStream())
                .mapToLong(item -> twoIntervals(
                        BillingInterval.of(item.path("price").path("recurring")),
                        Math.max(now, item.path("current_period_start").asLong())))
                .min();
    }

    private static long twoIntervals(BillingInterval interval, long from) {
        var end = from;
        for (var i = 0; i < MAX_INTERVALS; i++) {
            end = interval.startAfter(from, end);
        }
        return end;
    }

    private static void run(StripeRoutes routes, StripeContext stripe, ObjectNode data) {
        var id = data.path("clock").asText();
        var found = stripe.find(TestClockTime.KIND, id);
        if (found.isEmpty()) {
            return; // deleted meanwhile
        }
        var target = found.get()
                .path("status_details")
                .path("advancing")
                .path("target_frozen_time")
                .asLong();
        try {
            runUntil(routes, stripe, id, target);
            freeze(stripe, id, target);
            end(stripe.at(Instant.ofEpochSecond(target)), id, "ready");
        } catch (RuntimeException e) {
            LOG.error("The test clock {} could not be advanced to {}", id, target, e);
            stripe.world().discard();
            end(stripe, id, "internal_failure");
        }
    }

    private static void runUntil(StripeRoutes routes, StripeContext stripe, String id, long target) {
        for (var item = TestClockTime.take(stripe, id, target);
                item.isPresent();
                item = TestClockTime.take(stripe, id, target)) {
            var at = Math.max(item.get().path("at").asLong(), frozenTime(stripe, id));
            freeze(stripe, id, at);
            run(routes, stripe.at(Instant.ofEpochSecond(at)), item);
        }
    }

    private static void end(StripeContext stripe, String id, String status) {
        var advancing = stripe.load(TestClockTime.KIND, id);
        var ended = advancing.deepCopy().put("status", status);
        ended.putObject("status_details");
        stripe.save(ended);
        stripe.emit("test_helpers.test_clock." + status, advancing, ended);
    }

    private static void run(StripeRoutes routes, StripeContext stripe, Optional<ObjectNode> item) {
        item.ifPresent(due -> {
            var action = routes.actions().get(due.path("action").asText());
            if (action != null) {
                action.run(stripe, (ObjectNode) due.path("data"));
            }
        });
    }

    private static long frozenTime(StripeContext stripe, String id) {
        return stripe.load(TestClockTime.KIND, id).path("frozen_time").asLong();
    }

    private static void freeze(StripeContext stripe, String id, long time) {
        stripe.save(stripe.load(TestClockTime.KIND, id).put("frozen_time", time));
    }

    /** The clock's customers go with it, and all they have. */
    private static ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var clock = stripe.load(TestClockTime.KIND, request.id());
        customers(stripe, request.id()).forEach(stripe::delete);
        TestClockTime.forget(stripe, request.id());
        return stripe.delete(clock);
    }

    private static List<ObjectNode> customers(StripeContext stripe, String clock) {
        return stripe.list("customer")
                .where("test_clock", clock)
                .matching(customer -> !customer.path("deleted").asBoolean())
                .all();
    }

    private static List<ObjectNode> subscriptions(StripeContext stripe, ObjectNode customer) {
        return stripe.list("subscription")
                .where("customer", customer.path("id").asText())
                .all();
    }
}
