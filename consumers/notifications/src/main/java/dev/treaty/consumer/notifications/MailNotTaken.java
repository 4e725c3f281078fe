package dev.treaty.consumer.notifications;

/** A mail system did not take a notification; thrown by a {@link Mailer}, and an answer at {@link Notifier#deliver}. */
public final class MailNotTaken extends RuntimeException {

    private final String complaint;

    /**
     * A notification that was not sent.
     *
     * @param complaint why, as a clause without a secret: {@code "the mail system answers 451"}
     */
    public MailNotTaken(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
