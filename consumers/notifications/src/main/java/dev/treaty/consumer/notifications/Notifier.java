package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;

/**
 * Tells people what happened, once for each event, however often it is delivered.
 *
 * <p>Events of one workspace must come one after the other; those of several, and of the two services, may come in any order
 * and at once.
 */
public final class Notifier {

    private final Memory memory;
    private final Mailer mailer;
    private final Letters letters;

    /** A notifier that learns into a memory and sends through a mailer. */
    public Notifier(Memory memory, Mailer mailer) {
        this.memory = memory;
        this.mailer = mailer;
        letters = new Letters(memory);
    }

    /**
     * Reads a message and tells whom it concerns.
     *
     * @param contentType as the message's metadata say it
     * @param body the bytes, as they came
     */
    public Delivery deliver(String contentType, byte[] body) {
        var reading = EventReader.read(contentType, body);
        if (reading instanceof Reading.Refused refused) {
            return new Delivery.Refused(refused);
        }
        var event = ((Reading.Read) reading).event();
        if (event instanceof Event.Unknown unknown) {
            return new Delivery.OfNoConcern(unknown.id(), unknown.type());
        }
        return deliver((Event.Known) event);
    }

    private Delivery deliver(Event.Known event) {
        if (event instanceof Event.UserRegistered registration) {
            memory.remember(registration.person());
        }
        if (isOutdated(event)) {
            return new Delivery.Outdated(event.id());
        }
        return event.accept(letters)
                .map(notification -> send(event, notification))
                .orElseGet(() -> postponed(
                        event,
                        "a person it concerns is not known yet",
                        "deliver it again after that person's user.registered, and publish that again if it is lost"));
    }

    private Delivery send(Event.Known event, Notification notification) {
        try {
            var sent = memory.once(event.id(), () -> mailer.send(event.id(), notification));
            if (event instanceof Event.WorkspaceChanged change) {
                memory.rememberVersion(
                        change.workspace().id(), change.workspace().version());
            }
            return sent ? new Delivery.Sent(notification) : new Delivery.Repeated(event.id());
        } catch (MailNotTaken e) {
            return postponed(event, e.complaint(), "deliver it again when the mail system works");
        }
    }

    private boolean isOutdated(Event.Known event) {
        return event instanceof Event.WorkspaceChanged change
                && change.workspace().version()
                        < memory.newestVersion(change.workspace().id()).orElse(Long.MIN_VALUE);
    }

    private static Delivery postponed(Event.Known event, String complaint, String fix) {
        return new Delivery.Postponed(new ErrorMessage(
                        "Nobody was told of an event: %s.".formatted(complaint),
                        event.context().toString(),
                        fix)
                .toString());
    }
}
