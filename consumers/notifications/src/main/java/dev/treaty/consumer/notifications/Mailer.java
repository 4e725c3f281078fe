package dev.treaty.consumer.notifications;

/** Sends notifications; implemented by whoever runs this client. */
@FunctionalInterface
public interface Mailer {

    /**
     * Sends a notification.
     *
     * @param cause why; a mail system that knows such a thing may use it as an idempotency key, or in the {@code Message-ID}:
     *     a process that dies between sending and remembering sends once more, with the same cause
     * @throws MailNotTaken when the notification has not been sent, and may be sent later
     */
    void send(EventId cause, Notification notification);
}
