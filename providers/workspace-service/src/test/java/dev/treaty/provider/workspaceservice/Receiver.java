package dev.treaty.provider.workspaceservice;

import java.util.ArrayList;
import java.util.List;

/** Receives events, and knows by their ids which it has had. */
final class Receiver implements EventPublisher {

    private final List<String> deliveries = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private String refused = "";

    @Override
    public synchronized void publish(String id, String content) throws PublishingFailed {
        if (id.equals(refused)) {
            refusals.add(id);
            throw new PublishingFailed("the receiver answered 503");
        }
        deliveries.add(id);
        if (!seen.contains(id)) {
            seen.add(id);
        }
    }

    /** From now on, this one is not taken. */
    synchronized void refuse(String id) {
        refused = id;
    }

    synchronized long attempts(String id) {
        return refusals.stream().filter(id::equals).count();
    }

    /** What came, as often as it came. */
    synchronized List<String> deliveries() {
        return List.copyOf(deliveries);
    }

    /** What it made of that: each event once. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }
}
