package dev.treaty.stubs.sendgrid.api;

import dev.treaty.stubs.vendor.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a list that a request asks for.
 *
 * @param limit how many; 500 at most, and without a limit
 * @param offset how many before them are left out
 * @param start seconds since 1970, from which on
 * @param end seconds since 1970, until which
 */
public record Page(int limit, int offset, long start, long end) {

    private static final int MOST = 500;

    /**
     * Of {@code limit}, {@code offset}, {@code start_time} and {@code end_time}.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if one is not a number
     */
    public static Page of(Exchange exchange) {
        var query = exchange.request().queryParameters();
        return new Page(
                (int) Math.min(
                        MOST, number(query, "limit").filter(limit -> limit > 0).orElse((long) MOST)),
                number(query, "offset").orElse(0L).intValue(),
                number(query, "start_time").orElse(0L),
                number(query, "end_time").orElse(Long.MAX_VALUE));
    }

    private static Optional<Long> number(Map<String, List<String>> query, String name) {
        var values = query.getOrDefault(name, List.of());
        if (values.isEmpty() || values.get(0).isEmpty()) {
            return Optional.empty();
        }
        if (!values.get(0).matches("\\d{1,12}")) {
            throw SendGridError.badRequest(name, "%s must be a number, not \"%s\"".formatted(name, values.get(0)));
        }
        return Optional.of(Long.valueOf(values.get(0)));
    }

    /** Whether something of this time belongs to the list. */
    public boolean includes(long seconds) {
        return seconds >= start && seconds <= end;
    }
}
