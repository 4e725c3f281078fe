package dev.treaty.stubs.vendor.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * How many requests an account may make in each window of time.
 *
 * @param requests 0 or more; with 0, every request is refused
 * @param per how long a window is, from the first request in it; positive
 */
public record RateLimit(int requests, Duration per) {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    public RateLimit {
        if (requests < 0) {
            throw new IllegalArgumentException("requests must be 0 or more, not " + requests);
        }
        if (per.isZero() || per.isNegative() || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("per must be more than 0 s and at most 100 years, not " + per);
        }
    }

    /**
     * Reads {@code {"requests": 10, "per": "PT1S"}}, where {@code per} is an ISO 8601 duration.
     *
     * @throws IllegalArgumentException if it says something else
     */
    public static RateLimit of(JsonNode json) {
        var requests = json.path("requests");
        if (!requests.isIntegralNumber() || !requests.canConvertToInt()) {
            throw new IllegalArgumentException("requests must be a whole number, not " + shown(requests));
        }
        try {
            return new RateLimit(
                    requests.asInt(), Duration.parse(json.path("per").asText()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("per must be an ISO 8601 duration, not " + shown(json.path("per")), e);
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    /** As it is read. */
    public ObjectNode toJson() {
        return Json.object().put("requests", requests).put("per", per.toString());
    }
}
