package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.Transcoding.Unfinished;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import java.time.Duration;

/** Waits until Cablecast has transcoded a VOD, by asking again and again: it has no other way to tell. */
public final class VodPolling {

    private final Vods vods;
    private final PollingPolicy policy;
    private final Waiting waiting;

    /** Polling in the time of the given {@code waiting}, e.g. {@link Waiting#inRealTime()}. */
    public VodPolling(Vods vods, PollingPolicy policy, Waiting waiting) {
        this.vods = vods;
        this.policy = policy;
        this.waiting = waiting;
    }

    /**
     * Waits for a VOD that was just made. Cablecast may be away in between: that ends the wait only at the deadline.
     *
     * @throws Unavailable when the last question before the deadline got no answer
     * @throws CablecastException.NotFound when there is no such VOD
     */
    public Transcoding await(int vod) throws InterruptedException {
        var end = waiting.elapsed().plus(policy.deadline());
        while (true) {
            try {
                var transcoding = Transcoding.of(vods.status(vod));
                if (!(transcoding instanceof Unfinished) || !timeIsLeft(end)) {
                    return transcoding;
                }
            } catch (Unavailable e) {
                if (!timeIsLeft(end)) {
                    throw e;
                }
            }
            waiting.pause(policy.interval());
        }
    }

    private boolean timeIsLeft(Duration end) {
        return waiting.elapsed().plus(policy.interval()).compareTo(end) <= 0;
    }
}
