package dev.treaty.consumer.notifications;

/**
 * What one person is told.
 *
 * @param subject one line, which may become a header of a mail
 * @param text plain, lines ended by {@code \n}
 */
public record Notification(EmailAddress recipient, String subject, String text) {

    /** Refuses a subject of several lines: the second would be another header. */
    public Notification {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("""
                    A subject has a control character.
                      where: a subject of %d characters
                      fix:   write it on one line""".formatted(subject.length()));
        }
    }
}
