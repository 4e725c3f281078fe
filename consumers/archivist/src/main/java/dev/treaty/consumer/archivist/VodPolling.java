package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.TranscodingResult.Unfinished;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import java.time.Duration;

/** Waits until Cablecast has transcoded a VOD, by polling: Cablecast sends no notifications. */
public final class VodPolling {

    private final Vods vods;
    private final PollingPolicy policy;
    private final PollingClock clock;

    /** Polls by the given clock, e.g. {@link PollingClock#inRealTime()}. */
    public VodPolling(Vods vods, PollingPolicy policy, PollingClock clock) {
        this.vods = vods;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Waits for a VOD that was just created. Cablecast may be unavailable in between: that ends the wait only at the deadline.
     *
     * @throws Unavailable if the last request before the deadline got no response
     * @throws CablecastException.NotFound if there is no such VOD
     */
    public TranscodingResult await(int vod) throws InterruptedException {
        var end = clock.elapsed().plus(policy.deadline());
        while (true) {
            try {
                var transcoding = TranscodingResult.of(vods.status(vod));
                if (!(transcoding instanceof Unfinished) || !timeIsLeft(end)) {
                    return transcoding;
                }
            } catch (Unavailable e) {
                if (!timeIsLeft(end)) {
                    throw e;
                }
            }
            clock.pause(policy.interval());
        }
    }

    private boolean timeIsLeft(Duration end) {
        return clock.elapsed().plus(policy.interval()).compareTo(end) <= 0;
    }
}
