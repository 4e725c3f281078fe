package dev.treaty.stubs.stripe.billing.meter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.stripe.resource.ObjectPage;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;

/**
 * What a customer used in a time, as a whole, or by hour or day (UTC), the latest first.
 *
 * @see <a href="https://docs.stripe.com/api/billing/meter-event-summary/list">Stripe, list billing meter event summaries</a>
 */
final class UsageSummaries {

    private static final String KIND = "billing.meter_event_summary";

    /** A list of more would be a mistake. */
    private static final int MOST_WINDOWS = 10_000;

    private UsageSummaries() {}

    static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var meter = stripe.load(MeterUsage.METER, request.id());
        var window = window(request);
        var start = aligned(request, "start_time", window);
        var end = aligned(request, "end_time", window);
        if (end <= start) {
            throw StripeError.invalid("`end_time` must be after `start_time`.")
                    .param("end_time")
                    .refusal();
        }
        var length = window.equals(Duration.ofMinutes(1)) ? end - start : window.toSeconds();
        if ((end - start) / length > MOST_WINDOWS) {
            throw StripeError.invalid("The time range has too many windows.")
                    .param("value_grouping_window")
                    .refusal();
        }
        var summaries = Json.object().arrayNode();
        for (var to = end; to > start; to -= length) {
            var from = Math.max(start, to - length);
            var value = MeterUsage.aggregated(stripe, meter, request.text("customer"), from, to);
            if (value != 0 || length == end - start) {
                summaries.add(summary(meter, value, from, to));
            }
        }
        return ObjectPage.of(summaries, KIND, request.params(), request.url());
    }

    private static Duration window(StripeRequest request) {
        return switch (request.text("value_grouping_window")) {
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> Duration.ofMinutes(1);
        };
    }

    private static long aligned(StripeRequest request, String param, Duration window) {
        var time = request.number(param);
        if (time % window.toSeconds() != 0) {
            var unit = window.toDays() > 0 ? "UTC day" : window.toHours() > 0 ? "hour" : "minute";
            throw StripeError.invalid("`%s` must be aligned with %s boundaries.".formatted(param, unit))
                    .param(param)
                    .refusal();
        }
        return time;
    }

    private static ObjectNode summary(ObjectNode meter, long value, long from, long to) {
        return Json.object()
                .put("id", "mtrusg_test_" + Ids.random(24))
                .put("object", KIND)
                .put("aggregated_value", value)
                .put("end_time", to)
                .put("livemode", false)
                .put("meter", meter.path("id").asText())
                .put("start_time", from);
    }
}
