package dev.treaty.stubs.bench.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** When each call was planned, and when what was heard of it. Callbacks may arrive before the call's own response. */
final class CallLedger {

    /** What a call's callbacks say, in their order. */
    static final List<String> STATUSES = List.of("initiated", "ringing", "in-progress", "completed");

    /** When they are due, after the call was planned; the last one follows from what the application says. */
    private static final List<Long> DUE_MILLIS = List.of(500L, 1_000L, 3_000L);

    private static final int SHORTEST_SECONDS = 17;
    private static final int LONGEST_SECONDS = 37;

    private final Map<String, Entry> calls = new ConcurrentHashMap<>();
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicInteger mostAlive = new AtomicInteger();
    private final AtomicLong wrong = new AtomicLong();

    /** A call was made. */
    void made(String sid, long plannedNanos) {
        var entry = entry(sid);
        synchronized (entry) {
            entry.planned = plannedNanos;
        }
        mostAlive.accumulateAndGet(alive.incrementAndGet(), Math::max);
    }

    /** Its TwiML is asked for. Returns how long the call shall go on, in seconds. */
    int voiceRequested(String sid, long nanos) {
        var entry = entry(sid);
        synchronized (entry) {
            entry.voiceRequests.add(nanos);
            return entry.seconds;
        }
    }

    /** Its status was posted. */
    void calledBack(String sid, String status, long nanos) {
        var entry = entry(sid);
        synchronized (entry) {
            var expected = entry.arrivals.size() < STATUSES.size() ? STATUSES.get(entry.arrivals.size()) : "nothing";
            if (!expected.equals(status)) {
                wrong.incrementAndGet();
            }
            entry.arrivals.add(nanos);
        }
        if (status.equals("completed")) {
            alive.decrementAndGet();
        }
    }

    private Entry entry(String sid) {
        return calls.computeIfAbsent(sid, key -> new Entry(seconds(key)));
    }

    private static int seconds(String sid) {
        return SHORTEST_SECONDS + Math.floorMod(sid.hashCode(), LONGEST_SECONDS - SHORTEST_SECONDS + 1);
    }

    int alive() {
        return alive.get();
    }

    int mostAlive() {
        return mostAlive.get();
    }

    int calls() {
        return calls.size();
    }

    /** Callbacks out of order, or more than were asked for. */
    long wrong() {
        return wrong.get();
    }

    /** How many callbacks and requests for TwiML have not arrived. */
    long missing() {
        var missing = 0L;
        for (var entry : calls.values()) {
            synchronized (entry) {
                missing += Math.max(0, STATUSES.size() - entry.arrivals.size());
                missing += entry.voiceRequests.size() == 1 ? 0 : 1;
            }
        }
        return missing;
    }

    /** How late each callback and each request for TwiML was, in microseconds, counted from the planned moment of the call. */
    void lateness(LongConsumer micros) {
        for (var entry : calls.values()) {
            synchronized (entry) {
                for (var i = 0; i < Math.min(entry.arrivals.size(), STATUSES.size()); i++) {
                    micros.accept(micros(entry.arrivals.get(i) - entry.due(i)));
                }
                for (var arrived : entry.voiceRequests) {
                    micros.accept(micros(arrived - entry.due(2)));
                }
            }
        }
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos));
    }

    /** One call. */
    private static final class Entry {

        private final int seconds;
        private final List<Long> arrivals = new ArrayList<>();
        private final List<Long> voiceRequests = new ArrayList<>();
        private long planned;

        Entry(int seconds) {
            this.seconds = seconds;
        }

        long due(int callback) {
            return callback < DUE_MILLIS.size()
                    ? planned + TimeUnit.MILLISECONDS.toNanos(DUE_MILLIS.get(callback))
                    : (voiceRequests.isEmpty() ? planned : voiceRequests.get(0)) + TimeUnit.SECONDS.toNanos(seconds);
        }
    }
}
