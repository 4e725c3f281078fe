package dev.treaty.consumer.incidentdesk;

/** What the incident desk does about an event. */
public sealed interface Reaction {

    /**
     * Somebody is called out, whatever the time.
     *
     * @param key the same for each delivery of the same event, so that nobody is called out twice for it
     * @param summary one line
     * @param action what to do first
     */
    record PageSomebody(String key, String summary, String action) implements Reaction {}

    /**
     * Somebody reads it during working hours.
     *
     * @param key the same for each delivery of the same event
     * @param summary one line
     */
    record TakeNote(String key, String summary) implements Reaction {}

    /** Nothing is wrong. */
    record Ignore() implements Reaction {}
}
