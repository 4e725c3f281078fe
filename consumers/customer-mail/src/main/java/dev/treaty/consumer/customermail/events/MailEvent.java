package dev.treaty.consumer.customermail.events;

import dev.treaty.consumer.customermail.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What happened to a mail; events arrive late, more than once, and in any order. */
public sealed interface MailEvent {

    /** What all events have. */
    About about();

    /** The recipient's server has accepted it. */
    record Delivered(About about) implements MailEvent {}

    /**
     * The recipient's server asks to try again later, which SendGrid does.
     *
     * @param reason what it said
     */
    record Deferred(About about, String reason) implements MailEvent {}

    /**
     * The recipient's server has refused it.
     *
     * @param reason what it said
     * @param isBlock whether it may accept the next one; otherwise the address is suppressed from now on
     */
    record Bounced(About about, String reason, boolean isBlock) implements MailEvent {}

    /**
     * SendGrid has not even tried, because the recipient is suppressed or the mail is invalid.
     *
     * @param reason e.g. {@code "Bounced Address"}
     */
    record Dropped(About about, String reason) implements MailEvent {}

    /**
     * The recipient wants no more mail.
     *
     * @param group of mails that are not wanted; empty for all
     */
    record Unsubscribed(About about, OptionalInt group) implements MailEvent {}

    /** The recipient has called it spam, and gets no more. */
    record ReportedAsSpam(About about) implements MailEvent {}

    /**
     * Something that does not matter here, or that did not exist when this was written.
     *
     * @param name e.g. {@code "open"}
     */
    record Other(About about, String name) implements MailEvent {}

    /**
     * What all events have.
     *
     * @param id unique; the same if the event arrives again
     * @param to the recipient
     * @param at to the second
     * @param reference of the mail; empty if it was not sent by {@link dev.treaty.consumer.customermail.CustomerMail}
     * @param messageId begins with that of the accepted mail; empty for a bounce that was reported late
     */
    record About(String id, EmailAddress to, Instant at, Optional<String> reference, Optional<String> messageId) {}
}
