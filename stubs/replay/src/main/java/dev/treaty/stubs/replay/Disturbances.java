package dev.treaty.stubs.replay;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong for whom, without a contract being touched. A request may say so itself, with the headers {@value #DELAY},
 * {@value #FAULT} and {@value #STATUS}; what it does not say is as its provider is {@linkplain #set set} at present; then as the
 * {@linkplain Chaos profile} has it.
 */
final class Disturbances {

    static final String DELAY = "Stub-Delay";
    static final String FAULT = "Stub-Fault";
    static final String STATUS = "Stub-Status";

    private final Map<String, Disturbance> byProvider = new ConcurrentSkipListMap<>();
    private final Chaos chaos;

    Disturbances(Chaos chaos) {
        this.chaos = chaos;
    }

    /**
     * What goes wrong with one request. Asked once a request: the profile counts them.
     *
     * @throws UnreadableDisturbance if the request says it in a way that cannot be read
     */
    Disturbance of(Arrived arrived, ReceivedRequest request) {
        var ofProvider = byProvider.getOrDefault(request.provider(), Disturbance.NONE);
        var requested = requested(arrived);
        return chaos.isCalm()
                ? requested.or(ofProvider)
                : requested.or(ofProvider).or(chaos.next(request));
    }

    private static Disturbance requested(Arrived arrived) {
        var delay = first(arrived, DELAY);
        var status = first(arrived, STATUS);
        var fault = first(arrived, FAULT);
        if (delay == null && status == null && fault == null) {
            return Disturbance.NONE;
        }
        try {
            return Disturbance.of(delay, status, fault);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDisturbance(e);
        }
    }

    private static @Nullable String first(Arrived arrived, String header) {
        var values = arrived.header(header);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Disturbs all requests to a provider from now on; {@link Disturbance#NONE} ends it. */
    void set(String provider, Disturbance disturbance) {
        if (disturbance.isNone()) {
            byProvider.remove(provider);
        } else {
            byProvider.put(provider, disturbance);
        }
    }

    void clear() {
        byProvider.clear();
    }

    Map<String, Disturbance> byProvider() {
        return Collections.unmodifiableMap(byProvider);
    }
}
