package dev.treaty.stubs.server.broker;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 30s}, {@code 5m} or {@code 1h30m}: a time of ISO 8601 without the letters before it. A plain number is seconds. */
final class RefreshConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            var time = Duration.parse("PT" + text.toUpperCase(Locale.ROOT) + (text.matches("\\d+") ? "S" : ""));
            if (time.compareTo(Duration.ZERO) > 0) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        throw new TypeConversionException("'%s' is not a time such as 30s, 5m or 1h".formatted(text));
    }
}
