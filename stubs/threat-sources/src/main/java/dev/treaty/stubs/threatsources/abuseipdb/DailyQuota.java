package dev.treaty.stubs.threatsources.abuseipdb;

import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How many requests the free plan allows a day, by endpoint. They are counted, so that each answer says how many are left, but a request is only
 * refused on demand.
 */
final class DailyQuota {

    private static final int CHECKS = 1_000;
    private static final Map<String, Integer> LIMITS =
            Map.of("check", CHECKS, "report", CHECKS, "blacklist", 5, "reports", 100);

    private final String endpoint;
    private final World world;

    /** @param path e.g. {@code "/api/v2/check"} */
    DailyQuota(World world, String path) {
        this.world = world;
        endpoint = path.substring(path.lastIndexOf('/') + 1);
    }

    /** Counts a request; returns the headers of its answer. */
    Map<String, String> count() {
        var day = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).toString();
        var used = world.value("quota/" + endpoint)
                        .filter(usage -> usage.path("day").asText().equals(day))
                        .map(usage -> usage.path("used").asInt())
                        .orElse(0)
                + 1;
        world.setValue("quota/" + endpoint, Json.object().put("day", day).put("used", used));
        var limit = LIMITS.getOrDefault(endpoint, CHECKS);
        return headers(limit, Math.max(0, limit - used));
    }

    /** What every answer says. */
    static Map<String, String> headers(int limit, int remaining) {
        return Map.of("X-RateLimit-Limit", String.valueOf(limit), "X-RateLimit-Remaining", String.valueOf(remaining));
    }
}
