package dev.treaty.consumer.notifications;

/** A mail system did not accept a notification; thrown by a {@link Mailer}, returned as a result by {@link Notifier#deliver}. */
public final class MailNotSent extends RuntimeException {

    private final String complaint;

    /**
     * Creates an exception for a notification that was not sent.
     *
     * @param complaint why, as a clause without a secret: {@code "the mail system responded with 451"}
     */
    public MailNotSent(String complaint) {
        super(complaint);
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }
}
