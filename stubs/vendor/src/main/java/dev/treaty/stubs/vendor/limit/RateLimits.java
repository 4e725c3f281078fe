package dev.treaty.stubs.vendor.limit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The limit of an account, which a test has set; there is none at first. Windows are measured by the account's clock. */
public final class RateLimits {

    private static final String KEY = "rate-limit";
    private static final String START = "start";
    private static final String USED = "used";
    private static final String ONCE = "once";
    private static final String PENALTY_END = "penaltyEnd";

    private final World world;

    /** Of an account's world. */
    public RateLimits(World world) {
        this.world = world;
    }

    /** The limit that holds; empty if there is none. */
    public Optional<RateLimit> limit() {
        return stored().map(RateLimit::of);
    }

    /** Sets a limit; no request has been counted yet. */
    public void set(RateLimit limit) {
        world.setValue(KEY, limit.toJson());
    }

    /** Takes the limit away. */
    public void remove() {
        world.setValue(KEY, null);
    }

    /**
     * Has a limit be exceeded once: every request is refused for some time, and afterwards there is no limit. For provider states such
     * as "the rate limit is exceeded".
     *
     * @param requests how many the vendor says it permits
     */
    public void exceed(int requests, Duration duration) {
        world.setValue(
                KEY,
                new RateLimit(requests, duration)
                        .toJson()
                        .put(START, world.now().toString())
                        .put(USED, requests)
                        .put(ONCE, true));
    }

    /**
     * Counts a request; empty if there is no limit.
     *
     * @param penalty how long everything is refused once there was a request too many, if that is longer than until the next window
     */
    public Optional<RateLimitStatus> count(Duration penalty) {
        return stored().map(limit -> count(RateLimit.of(limit), limit, penalty));
    }

    /** What a vendor says of its own limit, which is not counted. */
    public Optional<RateLimitStatus> untouched(Optional<RateLimit> limit) {
        return limit.map(usual -> RateLimitStatus.untouched(usual, world.now()));
    }

    /** The stored limit; one that held only once is over with its window. */
    private Optional<ObjectNode> stored() {
        return world.value(KEY).filter(stored -> !stored.has(ONCE) || isOpen(stored, RateLimit.of(stored)));
    }

    private RateLimitStatus count(RateLimit limit, ObjectNode stored, Duration penalty) {
        if (isPenalized(stored)) {
            return new RateLimitStatus(limit.requests(), limit.per(), 0, world.now(), time(stored, PENALTY_END), true);
        }
        var isOpen = isOpen(stored, limit);
        var start = isOpen ? start(stored) : world.now();
        var used = isOpen ? stored.path(USED).asInt() : 0;
        var isExceeded = used >= limit.requests();
        if (!isExceeded) {
            used++;
            world.setValue(KEY, stored.put(START, start.toString()).put(USED, used));
        }
        var end = start.plus(limit.per());
        if (isExceeded && world.now().plus(penalty).isAfter(end)) {
            end = world.now().plus(penalty);
            world.setValue(KEY, stored.put(PENALTY_END, end.toString()));
        }
        return new RateLimitStatus(
                limit.requests(), limit.per(), limit.requests() - used, world.now(), end, isExceeded);
    }

    private boolean isOpen(ObjectNode stored, RateLimit limit) {
        return stored.has(START) && start(stored).plus(limit.per()).isAfter(world.now());
    }

    private boolean isPenalized(ObjectNode stored) {
        return stored.has(PENALTY_END) && time(stored, PENALTY_END).isAfter(world.now());
    }

    private static Instant start(ObjectNode stored) {
        return time(stored, START);
    }

    private static Instant time(ObjectNode stored, String name) {
        return Instant.parse(stored.path(name).asText());
    }

    /** The limit as JSON; an empty object if there is none. */
    public ObjectNode toJson() {
        return limit().map(RateLimit::toJson).orElseGet(Json::object);
    }

    /**
     * What is counted, to be kept although the request changes nothing else.
     *
     * @return puts it back
     */
    public Runnable kept() {
        var counted = world.value(KEY).orElse(null);
        return counted == null ? () -> {} : () -> world.setValue(KEY, counted);
    }
}
