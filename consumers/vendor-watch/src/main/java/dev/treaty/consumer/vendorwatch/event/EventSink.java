package dev.treaty.consumer.vendorwatch.event;

/** Where events go. */
@FunctionalInterface
public interface EventSink {

    /**
     * Delivers an event.
     *
     * @return false if it has to be delivered again later
     */
    boolean deliver(WatchEvent event);

    /** For those who only want to read. */
    static EventSink none() {
        return event -> true;
    }
}
