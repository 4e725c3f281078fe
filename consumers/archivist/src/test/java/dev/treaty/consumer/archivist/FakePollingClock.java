package dev.treaty.consumer.archivist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock on which time passes only by waiting, and then at once. */
final class FakePollingClock implements PollingClock {

    private final List<Duration> pauses = new ArrayList<>();
    private Duration elapsed = Duration.ofDays(1);

    /** Polls every ten seconds for a minute of this clock. */
    VodPolling polling(Vods vods) {
        return new VodPolling(vods, new PollingPolicy(Duration.ofSeconds(10), Duration.ofMinutes(1)), this);
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        elapsed = elapsed.plus(time);
    }

    List<Duration> pauses() {
        return pauses;
    }
}
