package dev.treaty.stubs.samsara.api;

import dev.treaty.stubs.vendor.request.VendorRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query. Lists may have commas, as in Samsara's documentation, or be repeated, as its SDKs send them. */
public final class Query {

    private static final int MOST = 512;

    private final Map<String, List<String>> parameters;

    /** Those of a request. */
    public Query(VendorRequest request) {
        parameters = request.queryParameters();
    }

    /** One value; empty if there is none. */
    public Optional<String> text(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** All values. */
    public List<String> list(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** How many objects a page may have. */
    int limit() {
        try {
            var limit = text("limit").map(Integer::parseInt).orElse(MOST);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // as for one that is too large
        }
        throw SamsaraError.badRequest("Invalid value for parameter limit: must be from 1 to %d.".formatted(MOST));
    }

    /** A time in RFC 3339; empty if it is not given. */
    public Optional<Instant> time(String name) {
        return text(name).map(value -> time(name, value));
    }

    /** A time in RFC 3339, which must be given. */
    public Instant requiredTime(String name) {
        return time(name).orElseThrow(() -> SamsaraError.badRequest("Missing required parameter %s.".formatted(name)));
    }

    /** Reads a time in RFC 3339. */
    static Instant time(String name, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw SamsaraError.badRequest(
                    "Invalid value for parameter %s: must be a time in RFC 3339 format.".formatted(name));
        }
    }
}
