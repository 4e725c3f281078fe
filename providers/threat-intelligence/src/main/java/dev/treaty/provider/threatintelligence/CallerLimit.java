package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.problems.PlatformProblems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests a caller may send in a minute. */
final class CallerLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many callers that the memory for their windows is worth looking after. */
    private static final int MANY = 10_000;

    private final int requests;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    CallerLimit(int requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    private record Window(Instant end, int used) {}

    /**
     * Counts a request.
     *
     * @throws dev.treaty.provider.service.problems.Problem 429 {@code too-many-requests}
     */
    void count(String caller) {
        var now = clock.instant();
        if (windows.size() > MANY) {
            windows.values().removeIf(window -> !now.isBefore(window.end()));
        }
        var window = windows.merge(
                caller,
                new Window(now.plus(WINDOW), 1),
                (open, fresh) -> now.isBefore(open.end()) ? new Window(open.end(), open.used() + 1) : fresh);
        if (window.used() > requests) {
            var seconds = Duration.between(now, window.end()).toSeconds() + 1;
            throw PlatformProblems.tooManyRequests("You have sent too many requests", seconds);
        }
    }

    /** Uses up what a caller has left in this minute. */
    void takeAll(String caller) {
        windows.put(caller, new Window(clock.instant().plus(WINDOW), requests));
    }

    /** Gives a caller a new minute. */
    void forget(String caller) {
        windows.remove(caller);
    }
}
