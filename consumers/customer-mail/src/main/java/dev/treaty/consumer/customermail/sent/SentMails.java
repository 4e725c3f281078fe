package dev.treaty.consumer.customermail.sent;

import java.util.Optional;

/**
 * What was sent, by its reference: SendGrid has no idempotency key, and sends a mail as often as it is asked to.
 *
 * <p>Implementations are called from several threads and processes, and outlive them: {@link SentMailFile} does the latter for one process.
 */
public interface SentMails {

    /**
     * Claims a reference before its mail is handed to SendGrid, unless somebody has claimed it before; one caller at most succeeds. What is
     * claimed survives the process.
     *
     * @return what is known of the mail with this reference; empty if the claim succeeded
     */
    Optional<SentMail> claim(String reference);

    /** Notes that a mail went out; may be repeated, and for references that nobody has claimed. */
    void confirm(String reference, String messageId);

    /** Gives a claim back, because its mail certainly did not go out; does nothing if it did. */
    void release(String reference);

    /**
     * A mail that was handed to SendGrid.
     *
     * @param isConfirmed whether it went out; false if nobody knows
     * @param messageId empty if SendGrid did not say
     */
    record SentMail(boolean isConfirmed, String messageId) {

        static final SentMail CLAIMED = new SentMail(false, "");

        static SentMail confirmed(String messageId) {
            return new SentMail(true, messageId);
        }
    }
}
