package dev.treaty.consumer.notifications;

/** A message lacks what an event must have; {@link EventReader} makes a {@link Reading.Unreadable} of it. */
final class UnreadableEvent extends Exception {

    private final String complaint;

    /**
     * A message that lacks something.
     *
     * @param complaint what is wrong, as a clause without a value of the message: {@code "it has no text at $.id"}
     */
    UnreadableEvent(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
