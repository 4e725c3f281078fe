package dev.treaty.consumer.archivist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits, and then at once. */
final class FakeTime implements Waiting {

    private final List<Duration> pauses = new ArrayList<>();
    private Duration elapsed = Duration.ofDays(1);

    /** Polling every ten seconds for a minute of this time. */
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
