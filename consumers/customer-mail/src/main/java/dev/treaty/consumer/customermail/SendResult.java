package dev.treaty.consumer.customermail;

/** What came of sending a mail. That SendGrid accepts it says nothing about its delivery: events do. */
public sealed interface SendResult {

    /**
     * SendGrid has accepted it.
     *
     * @param messageId with which the {@code sg_message_id} of its events begins; empty if SendGrid did not say
     */
    record Accepted(String messageId) implements SendResult {}

    /**
     * A mail with this reference went out before; nothing was sent.
     *
     * @param messageId of that mail; empty if SendGrid did not say
     */
    record AlreadySent(String messageId) implements SendResult {}

    /**
     * A mail with this reference was handed to SendGrid before, and nobody knows whether it went out, because there was no usable response;
     * nothing was sent. An event about it settles it ({@link CustomerMail#settle}), or a person does ({@link dev.treaty.consumer.customermail.sent.SentMails#release}).
     */
    record Unsettled() implements SendResult {}
}
