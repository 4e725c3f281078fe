package dev.treaty.stubs.vendor.limit;

import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** A vendor that fails for some time, for provider states such as "the service is unavailable". */
public final class Outage {

    private static final String KEY = "outage";

    private Outage() {}

    /**
     * Begins an outage.
     *
     * @param status with which every request is answered, e.g. 503
     * @param duration by the account's clock
     */
    public static void begin(World world, int status, Duration duration) {
        world.setValue(
                KEY,
                Json.object()
                        .put("status", status)
                        .put("until", world.now().plus(duration).toString()));
    }

    /** The status with which to answer; empty if there is no outage, or if it is over. */
    public static OptionalInt status(World world) {
        var outage = world.value(KEY)
                .filter(begun ->
                        world.now().isBefore(Instant.parse(begun.path("until").asText())));
        return outage.isPresent() ? OptionalInt.of(outage.get().path("status").asInt()) : OptionalInt.empty();
    }
}
