package dev.treaty.stubs.stripe.billing.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.subscription.SubscriptionEnd;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.Set;

/**
 * Subscription schedules: not started → active → completed or released, or canceled.
 *
 * @see <a href="https://docs.stripe.com/api/subscription_schedules">Stripe, subscription schedules</a>
 */
public final class SubscriptionSchedules implements StripeFeature {

    private static final String KIND = "subscription_schedule";
    private static final String SUBSCRIPTION = "subscription";
    private static final String STATUS = "status";
    private static final String CURRENT = "current_phase";
    private static final String NEXT = "subscription_schedule.next";
    private static final Set<String> LIVING = Set.of("not_started", "active");

    private final ScheduledSubscription subscriptions;

    /** Schedules of subscriptions whose invoices are finalized and collected like this. */
    public SubscriptionSchedules(Invoicing invoicing) {
        subscriptions = new ScheduledSubscription(invoicing);
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/subscription_schedules", this::create)
                .on("POST /v1/subscription_schedules/{id}", this::update)
                .on("POST /v1/subscription_schedules/{id}/cancel", SubscriptionSchedules::cancel)
                .on("POST /v1/subscription_schedules/{id}/release", SubscriptionSchedules::release)
                .on("GET /v1/subscription_schedules", SubscriptionSchedules::list)
                .simulates(KIND)
                .due(NEXT, this::next)
                .whenEmitted("customer.subscription.deleted", SubscriptionSchedules::subscriptionEnded);
    }

    private ObjectNode create(StripeContext account, StripeRequest request) {
        return request.has("from_subscription") ? ofSubscription(account, request) : ofPhases(account, request);
    }

    private static ObjectNode ofSubscription(StripeContext account, StripeRequest request) {
        if (request.has("phases")) {
            throw StripeError.invalid("You cannot set `phases` if `from_subscription` is set.")
                    .param("phases")
                    .refusal();
        }
        var subscription = account.load(SUBSCRIPTION, request.text("from_subscription"), "from_subscription");
        if (subscription.path("schedule").isTextual()) {
            throw StripeError.invalid("You cannot migrate a subscription that is already attached to a schedule: `%s`."
                            .formatted(subscription.path("schedule").asText()))
                    .param("from_subscription")
                    .refusal();
        }
        var stripe = TestClockTime.of(account, subscription);
        var fields = fields(request, subscription);
        fields.put("customer", subscription.path("customer").asText()).put(STATUS, "active");
        ParameterMerge.into(settings(fields), subscription, "collection_method", "default_payment_method");
        fields.set(SUBSCRIPTION, subscription.path("id"));
        fields.set("phases", SchedulePhases.ofSubscription(subscription));
        fields.set(CURRENT, dates(fields.path("phases").path(0)));
        var schedule = stripe.create(KIND, fields);
        var attached = subscription.deepCopy();
        attached.set("schedule", schedule.path("id"));
        stripe.update(subscription, attached);
        await(stripe, schedule);
        return schedule;
    }

    private ObjectNode ofPhases(StripeContext account, StripeRequest request) {
        for (var param : new String[] {"customer", "phases"}) {
            if (!request.has(param)) {
                throw StripeError.missing(param).refusal();
            }
        }
        var customer = account.load("customer", request.text("customer"), "customer");
        var stripe = TestClockTime.of(account, customer);
        var start = request.params().path("start_date").asLong(stripe.now());
        var fields = fields(request, customer);
        fields.put("customer", customer.path("id").asText()).put(STATUS, "not_started");
        change(settings(fields), request);
        fields.set("phases", SchedulePhases.of(stripe, request.params().path("phases"), start));
        var schedule = stripe.create(KIND, fields);
        if (start > stripe.now()) {
            await(stripe, schedule);
            return schedule;
        }
        return begin(stripe, schedule);
    }

    private static ObjectNode fields(StripeRequest request, ObjectNode owner) {
        var fields = Json.object();
        fields.put("end_behavior", "release").putObject("metadata");
        fields.putArray("pause_schedules");
        fields.putObject("billing_mode")
                .put("type", "flexible")
                .putObject("flexible")
                .put("proration_discounts", "included");
        fields.set("test_clock", owner.path("test_clock").isTextual() ? owner.path("test_clock") : fields.nullNode());
        return ParameterMerge.into(fields, request.params(), "end_behavior", "metadata");
    }

    private static ObjectNode settings(ObjectNode fields) {
        var settings = fields.putObject("default_settings")
                .put("billing_cycle_anchor", "automatic")
                .put("collection_method", "charge_automatically");
        for (var name : new String[] {
            "application_fee_percent",
            "billing_thresholds",
            "default_payment_method",
            "description",
            "on_behalf_of",
            "transfer_data"
        }) {
            settings.putNull(name);
        }
        settings.set(SchedulePhases.INVOICES, SchedulePhases.invoiceSettings(Json.object()));
        return settings;
    }

    private static void change(ObjectNode settings, StripeRequest request) {
        var given = request.params().path("default_settings");
        given.properties().forEach(field -> ParameterMerge.into(settings, given, field.getKey()));
        if (given.path(SchedulePhases.INVOICES).isObject()) {
            settings.set(SchedulePhases.INVOICES, SchedulePhases.invoiceSettings(given.path(SchedulePhases.INVOICES)));
        }
    }

    /** Not started → active. */
    private ObjectNode begin(StripeContext stripe, ObjectNode schedule) {
        var phase = (ObjectNode) schedule.path("phases").path(0);
        var active = schedule.deepCopy().put(STATUS, "active");
        active.set(CURRENT, dates(phase));
        await(stripe, active); // before the renewal of the subscription, so that it comes first
        active.set(SUBSCRIPTION, subscriptions.create(stripe, schedule, phase).path("id"));
        return stripe.update(schedule, active);
    }

    /** What is due at the start of a schedule, and at the end of a phase. */
    private void next(StripeContext account, ObjectNode data) {
        var found = account.find(KIND, data.path("id").asText());
        var at = data.path("at").asLong();
        if (found.isEmpty() || boundary(found.get()) != at) {
            return;
        }
        var schedule = found.get();
        var stripe = account.at(Instant.ofEpochSecond(at));
        var phase = SchedulePhases.startingAt(schedule, at);
        if (schedule.path(STATUS).asText().equals("not_started")) {
            begin(stripe, schedule);
        } else if (phase.isPresent()) {
            var later = schedule.deepCopy();
            later.set(CURRENT, dates(phase.get()));
            await(account, later);
            var subscription =
                    account.load(SUBSCRIPTION, schedule.path(SUBSCRIPTION).asText());
            subscriptions.change(account, schedule, phase.get(), subscription);
            stripe.update(schedule, later);
        } else {
            end(stripe, schedule);
        }
    }

    private static void end(StripeContext stripe, ObjectNode schedule) {
        if (!schedule.path("end_behavior").asText().equals("cancel")) {
            release(stripe, schedule);
            return;
        }
        var completed = schedule.deepCopy().put(STATUS, "completed").put("completed_at", stripe.now());
        completed.putNull(CURRENT);
        stripe.update(schedule, completed);
        stripe.emit("subscription_schedule.completed", completed);
        endSubscription(stripe, completed);
    }

    /** When something is due next, in seconds since 1970; 0 if nothing is. */
    private static long boundary(ObjectNode schedule) {
        return switch (schedule.path(STATUS).asText()) {
            case "not_started" ->
                schedule.path("phases").path(0).path("start_date").asLong();
            case "active" -> schedule.path(CURRENT).path("end_date").asLong();
            default -> 0;
        };
    }

    /** A second early, so that a renewal that is due at the same time already bills the next phase. */
    private static void await(StripeContext stripe, ObjectNode schedule) {
        var at = boundary(schedule);
        var data = Json.object().put("id", schedule.path("id").asText()).put("at", at);
        TestClockTime.schedule(stripe, schedule, at - 1, NEXT, data);
    }

    private static ObjectNode dates(JsonNode phase) {
        var dates = Json.object();
        dates.set("start_date", phase.path("start_date"));
        dates.set("end_date", phase.path("end_date"));
        return dates;
    }

    private ObjectNode update(StripeContext account, StripeRequest request) {
        var before = account.load(KIND, request.id());
        requireLiving(before, "update", "updated");
        var stripe = TestClockTime.of(account, before);
        var after = before.deepCopy();
        ParameterMerge.into(after, request.params(), "end_behavior", "metadata");
        change(after.withObject("/default_settings"), request);
        if (request.has("phases")) {
            rephase(stripe, before, after, request);
        }
        return stripe.update(before, after);
    }

    private void rephase(StripeContext stripe, ObjectNode before, ObjectNode after, StripeRequest request) {
        var first = request.params().path("phases").path(0).path("start_date");
        var start = first.asText("").equals("now")
                ? stripe.now()
                : first.asLong(before.path("phases").path(0).path("start_date").asLong());
        after.set("phases", SchedulePhases.of(stripe, request.params().path("phases"), start));
        if (before.path(STATUS).asText().equals("active")) {
            var current = SchedulePhases.at(after, stripe.now())
                    .orElseThrow(() -> StripeError.invalid(
                                    "The schedule is active: one of its phases must include the current time.")
                            .param("phases")
                            .refusal());
            after.set(CURRENT, dates(current));
            var behavior = request.text("proration_behavior");
            subscriptions.changeNow(stripe, after, current, behavior.isEmpty() ? "create_prorations" : behavior);
        }
        await(stripe, after);
    }

    private static ObjectNode cancel(StripeContext account, StripeRequest request) {
        var schedule = account.load(KIND, request.id());
        requireLiving(schedule, "cancel", "canceled");
        var stripe = TestClockTime.of(account, schedule);
        var canceled = canceled(stripe, schedule);
        endSubscription(stripe, canceled);
        return canceled;
    }

    private static ObjectNode canceled(StripeContext stripe, ObjectNode schedule) {
        var canceled = schedule.deepCopy().put(STATUS, "canceled").put("canceled_at", stripe.now());
        canceled.putNull(CURRENT);
        stripe.save(canceled);
        stripe.emit("subscription_schedule.canceled", schedule, canceled);
        return canceled;
    }

    private static void endSubscription(StripeContext stripe, ObjectNode schedule) {
        stripe.find(SUBSCRIPTION, schedule.path(SUBSCRIPTION).asText())
                .filter(subscription -> !subscription.path("ended_at").isNumber())
                .ifPresent(subscription -> SubscriptionEnd.cancel(stripe, subscription, "cancellation_requested"));
    }

    private static ObjectNode release(StripeContext account, StripeRequest request) {
        var schedule = account.load(KIND, request.id());
        requireLiving(schedule, "release", "released");
        return release(TestClockTime.of(account, schedule), schedule);
    }

    /** The subscription goes on without the schedule. */
    private static ObjectNode release(StripeContext stripe, ObjectNode schedule) {
        var released = schedule.deepCopy().put(STATUS, "released").put("released_at", stripe.now());
        released.set("released_subscription", schedule.path(SUBSCRIPTION));
        released.putNull(SUBSCRIPTION).putNull(CURRENT);
        stripe.save(released);
        stripe.emit("subscription_schedule.released", schedule, released);
        stripe.find(SUBSCRIPTION, schedule.path(SUBSCRIPTION).asText())
                .ifPresent(subscription ->
                        stripe.update(subscription, subscription.deepCopy().putNull("schedule")));
        return released;
    }

    private static void requireLiving(ObjectNode schedule, String verb, String participle) {
        var status = schedule.path(STATUS).asText();
        if (!LIVING.contains(status)) {
            throw StripeError.invalid(
                            "You cannot %s a subscription schedule that is currently in the `%s` status. It must be in `not_started, active` status to be %s."
                                    .formatted(verb, status, participle))
                    .refusal();
        }
    }

    /** A schedule ends with its subscription. */
    private static void subscriptionEnded(StripeContext stripe, ObjectNode subscription) {
        stripe.find(KIND, subscription.path("schedule").asText(""))
                .filter(schedule -> LIVING.contains(schedule.path(STATUS).asText()))
                .ifPresent(schedule -> canceled(stripe, schedule));
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        if (request.has("customer")) {
            list.where("customer", request.text("customer"));
        }
        if (request.has("scheduled")) {
            list.matching(
                    schedule -> schedule.path(STATUS).asText().equals("not_started") == request.flag("scheduled"));
        }
        for (var time : new String[] {"canceled_at", "completed_at", "created", "released_at"}) {
            if (request.has(time)) {
                list.matching(schedule -> ListFilters.includes(request.params().path(time), schedule.path(time)));
            }
        }
        return list.page(request.params(), "/v1/subscription_schedules");
    }
}
