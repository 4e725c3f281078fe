package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.stripe.error.StripeError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/**
 * How often a price recurs. Periods start at an anchor and keep its day of the month: after 31 January come 28 February and 31 March
 * (Stripe, "Set the subscription billing cycle date").
 *
 * @param count how many units a period has, at least 1
 */
public record BillingInterval(ChronoUnit unit, int count) {

    private static final Map<ChronoUnit, Integer> LONGEST =
            Map.of(ChronoUnit.DAYS, 1095, ChronoUnit.WEEKS, 156, ChronoUnit.MONTHS, 36, ChronoUnit.YEARS, 3);

    /** Of a price's {@code recurring}. */
    public static BillingInterval of(JsonNode recurring) {
        var unit = ChronoUnit.valueOf(recurring.path("interval").asText("month").toUpperCase(Locale.ROOT) + "S");
        return new BillingInterval(
                unit, Math.max(1, recurring.path("interval_count").asInt(1)));
    }

    /**
     * Refuses an interval of more than three years (Stripe, "Create a price", {@code recurring.interval_count}).
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400
     */
    static void checkLength(JsonNode recurring) {
        var interval = of(recurring);
        if (interval.count > LONGEST.getOrDefault(interval.unit, 0)) {
            throw StripeError.invalid("You cannot create a price with an interval of more than three years.")
                    .param("recurring[interval_count]")
                    .refusal();
        }
    }

    /**
     * Where the first period after a time starts.
     *
     * @param anchor a start of a period, in seconds since 1970; may be later than the time
     * @param time in seconds since 1970
     */
    public long startAfter(long anchor, long time) {
        var number = periodsUntil(anchor, time) - 1;
        while (start(anchor, number) <= time) {
            number++;
        }
        return start(anchor, number);
    }

    /** Where the period that includes a time starts; like {@link #startAfter}. */
    public long startBefore(long anchor, long time) {
        var number = periodsUntil(anchor, time) + 1;
        while (start(anchor, number) > time) {
            number--;
        }
        return start(anchor, number);
    }

    private long periodsUntil(long anchor, long time) {
        return unit.between(at(anchor), at(time)) / count;
    }

    private long start(long anchor, long number) {
        return at(anchor).plus(number * count, unit).toEpochSecond();
    }

    private static ZonedDateTime at(long seconds) {
        return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
    }

    /** As in the description of an invoice's line: {@code "month"}, or {@code "every 3 months"}. */
    public String text() {
        var plural = unit.toString().toLowerCase(Locale.ROOT);
        return count == 1 ? plural.substring(0, plural.length() - 1) : "every " + count + " " + plural;
    }
}
