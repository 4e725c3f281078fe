package dev.treaty.consumer.environmentconsole.display;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Values as people read them, the same in all languages. */
public final class Words {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final String[] MAGNITUDES = {"k", "M", "B"};

    private Words() {}

    /** A whole number, e.g. {@code "1,100,000"}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A large number in three digits, e.g. {@code "1.1M"}. */
    public static String shortNumber(long number) {
        if (number < 10_000) {
            return number(number);
        }
        double value = number;
        var magnitude = -1;
        while (value >= 999.5 && magnitude < MAGNITUDES.length - 1) {
            value /= 1_000;
            magnitude++;
        }
        var digits = value < 9.95 ? "%.1f%s" : "%.0f%s";
        return String.format(Locale.ROOT, digits, value, MAGNITUDES[magnitude]);
    }

    /** A number of bytes, in units of 1,000, e.g. {@code "155.2 MB"}. */
    public static String bytes(long bytes) {
        var unit = 0;
        double value = bytes;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** A duration in its two largest units, e.g. {@code "2 min 30 s"}. */
    public static String duration(Duration duration) {
        var seconds = Math.max(0, duration.plusMillis(500).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3_600, seconds % 3_600 / 60);
    }

    /** A time in UTC, to the second, e.g. {@code "2026-01-15T09:30:00Z"}. */
    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A constant as the service writes it, e.g. {@code "rolling-back"}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
