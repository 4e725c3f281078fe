package dev.treaty.provider.environmentcloner.systems;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How old rows may be: a duration as ISO 8601 has it, e.g. {@code P90D}, {@code P1Y6M}, {@code PT36H}.
 *
 * @param period its years, months and days
 * @param duration its hours, minutes and seconds
 */
public record MaximalAge(Period period, Duration duration) {

    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The age that a text stands for; empty if it stands for none, or not for one above zero. */
    public static Optional<MaximalAge> parse(String text) {
        var time = text.indexOf('T');
        try {
            var period = time == 1 || text.length() < 2
                    ? Period.ZERO
                    : Period.parse(time < 0 ? text : text.substring(0, time));
            var duration = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
            var age = new MaximalAge(period, duration);
            return text.startsWith("P") && age.isUsable() ? Optional.of(age) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** And not older than anything that PostgreSQL and Java agree about. */
    private boolean isUsable() {
        var oldest = before(Instant.EPOCH);
        return oldest.isBefore(Instant.EPOCH) && oldest.isAfter(OLDEST);
    }

    /** The time before which rows are too old. */
    public Instant before(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(period).minus(duration).toInstant();
    }
}
