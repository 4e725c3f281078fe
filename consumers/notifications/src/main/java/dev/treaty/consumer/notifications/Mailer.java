package dev.treaty.consumer.notifications;

/** Sends notifications; implemented by the application that runs this client. */
@FunctionalInterface
public interface Mailer {

    /**
     * Sends a notification.
     *
     * @param cause the event; a mail system may use it as an idempotency key, or in the {@code Message-ID}:
     *     a process that dies between sending and recording sends again, with the same cause
     * @throws MailNotSent if the notification was not sent and may be sent later
     */
    void send(EventId cause, Notification notification);
}
