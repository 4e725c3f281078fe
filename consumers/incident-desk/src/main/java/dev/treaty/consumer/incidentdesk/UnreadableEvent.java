package dev.treaty.consumer.incidentdesk;

/** A message lacks what an event must have; {@link EventReader} turns it into a {@link EventReadResult.Unreadable}. */
final class UnreadableEvent extends Exception {

    private final String complaint;

    /**
     * Creates an exception for a message that lacks something.
     *
     * @param complaint what is wrong, as a clause that quotes no value of the message: {@code "it has no text at $.id"}
     */
    UnreadableEvent(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
