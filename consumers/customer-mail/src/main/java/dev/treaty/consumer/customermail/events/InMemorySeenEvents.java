package dev.treaty.consumer.customermail.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The events that were handled, in memory: they are forgotten after some time, and with the process. */
public final class InMemorySeenEvents implements SeenEvents {

    /** The oldest first. */
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    private final Duration time;
    private final Clock clock;

    /** Remembers an event for this time. */
    public InMemorySeenEvents(Duration time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    @Override
    public synchronized boolean isNew(String id) {
        var now = clock.instant();
        forgetBefore(now.minus(time));
        return seen.putIfAbsent(id, now) == null;
    }

    private void forgetBefore(Instant limit) {
        var oldestFirst = seen.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isBefore(limit)) {
            oldestFirst.remove();
        }
    }

    @Override
    public synchronized void forget(String id) {
        seen.remove(id);
    }
}
