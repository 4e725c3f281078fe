package dev.treaty.provider.environmentcloner.refusals;

import java.time.Duration;

/** The queue is full (429). */
public final class TooManyClones extends Refusal {

    private final Duration retryAfter;

    public TooManyClones(int queued, Duration retryAfter) {
        super(
                "too-many-clones",
                "%d operations are waiting already, and no more may wait.".formatted(queued),
                "the queue",
                "try again later");
        this.retryAfter = retryAfter;
    }

    /** When it is worthwhile to ask again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
