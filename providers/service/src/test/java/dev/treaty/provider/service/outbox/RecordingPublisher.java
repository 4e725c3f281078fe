package dev.treaty.provider.service.outbox;

import java.util.ArrayList;
import java.util.List;

/** Records events, and recognizes repeated ones by their ids. */
final class RecordingPublisher implements EventPublisher {

    private final List<String> deliveries = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private String refused = "";

    @Override
    public synchronized void publish(String id, String content) throws PublishingFailed {
        if (id.equals(refused)) {
            refusals.add(id);
            throw new PublishingFailed("the receiver responded with 503");
        }
        deliveries.add(id);
        if (!seen.contains(id)) {
            seen.add(id);
        }
    }

    /** From now on, refuses this event. */
    synchronized void refuse(String id) {
        refused = id;
    }

    synchronized long attempts(String id) {
        return refusals.stream().filter(id::equals).count();
    }

    /** Every delivery, repeated ones included. */
    synchronized List<String> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Each event once. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }
}
