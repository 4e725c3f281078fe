package dev.treaty.stubs.sendgrid.mail;

import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import java.time.Duration;
import java.util.List;

/**
 * What somebody does with a mail, by the first word of the address: {@code bounce@example.com}, {@code spam+7@example.com}. Everybody else
 * gets it.
 *
 * @param word with which the address begins
 * @param steps in their order
 */
record Recipient(String word, List<Step> steps) {

    private static final Step DELIVERED = new Step(1, Outcome.DELIVERED);
    private static final Step OPENED = new Step(60, Outcome.OPENED);

    private static final List<Recipient> KNOWN = List.of(
            new Recipient("bounce", List.of(new Step(1, Outcome.BOUNCED))),
            new Recipient("block", List.of(new Step(1, Outcome.BLOCKED))),
            new Recipient(
                    "defer",
                    List.of(
                            new Step(1, Outcome.DEFERRED),
                            new Step(300, Outcome.DEFERRED),
                            new Step(900, Outcome.DELIVERED))),
            new Recipient("spam", List.of(DELIVERED, new Step(60, Outcome.REPORTED_AS_SPAM))),
            new Recipient("unsubscribe", List.of(DELIVERED, new Step(60, Outcome.UNSUBSCRIBED))),
            new Recipient("open", List.of(DELIVERED, OPENED)),
            new Recipient("click", List.of(DELIVERED, OPENED, new Step(70, Outcome.CLICKED))));

    private static final Recipient EVERYBODY = new Recipient("", List.of(DELIVERED));

    static Recipient of(String email) {
        var local = EmailAddresses.localPart(email);
        return KNOWN.stream()
                .filter(recipient -> local.matches(recipient.word + "([^a-z].*)?"))
                .findFirst()
                .orElse(EVERYBODY);
    }

    /** @param seconds after SendGrid has begun to deliver the mail */
    record Step(int seconds, Outcome outcome) {

        Duration after() {
            return Duration.ofSeconds(seconds);
        }
    }
}
