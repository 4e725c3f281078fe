package dev.treaty.consumer.fleettracking.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which events were handled already, so that one that Samsara sends again is not handled twice. It keeps the newest 10,000; an event that
 * could not be handled is not among them, and is handled when it comes again. Safe to share between threads.
 */
public final class HandledEvents {

    private static final int KEPT = 10_000;

    private final Map<String, Boolean> handled = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Handles an event, unless it was handled before.
     *
     * @return whether it was handled now
     */
    public synchronized boolean handleOnce(FleetEvent event, Consumer<FleetEvent> handler) {
        if (handled.containsKey(event.eventId())) {
            return false;
        }
        handler.accept(event);
        handled.put(event.eventId(), true);
        return true;
    }
}
