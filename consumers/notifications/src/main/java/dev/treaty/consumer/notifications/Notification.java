package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;

/**
 * A message to one person.
 *
 * @param subject one line, which may become a header of a mail
 * @param text plain, lines ended by {@code \n}
 */
public record Notification(EmailAddress recipient, String subject, String text) {

    /** Refuses a subject of several lines: the second would be another header. */
    public Notification {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A subject has a control character.",
                            "a subject of %d characters".formatted(subject.length()),
                            "write it on one line")
                    .toString());
        }
    }
}
