package dev.treaty.consumer.notifications;

import dev.treaty.pacts.errors.ErrorMessage;

/**
 * Notifies people of events, once for each event, however often it is delivered.
 *
 * <p>Events of one workspace must arrive one after the other; those of several, and of the two services, may arrive in any order
 * and concurrently.
 */
public final class Notifier {

    private final NotificationStore store;
    private final Mailer mailer;
    private final NotificationWriter writer;

    /** Creates a notifier that keeps its data in a store and sends through a mailer. */
    public Notifier(NotificationStore store, Mailer mailer) {
        this.store = store;
        this.mailer = mailer;
        writer = new NotificationWriter(store);
    }

    /**
     * Reads a message and notifies the person it concerns.
     *
     * @param contentType from the message's metadata
     * @param body the bytes, as received
     */
    public DeliveryResult deliver(String contentType, byte[] body) {
        var reading = EventReader.read(contentType, body);
        if (reading instanceof EventReadResult.Refused refused) {
            return new DeliveryResult.Refused(refused);
        }
        var event = ((EventReadResult.Read) reading).event();
        if (event instanceof Event.Unknown unknown) {
            return new DeliveryResult.Irrelevant(unknown.id(), unknown.type());
        }
        return deliver((Event.Known) event);
    }

    private DeliveryResult deliver(Event.Known event) {
        if (event instanceof Event.UserRegistered registration) {
            store.remember(registration.person());
        }
        if (isOutdated(event)) {
            return new DeliveryResult.Outdated(event.id());
        }
        return event.accept(writer)
                .map(notification -> send(event, notification))
                .orElseGet(() -> postponed(
                        event,
                        "a person it concerns is not known yet",
                        "deliver it again after that person's user.registered, and publish that again if it was lost"));
    }

    private DeliveryResult send(Event.Known event, Notification notification) {
        try {
            var sent = store.processOnce(event.id(), () -> mailer.send(event.id(), notification));
            if (event instanceof Event.WorkspaceChanged change) {
                store.rememberVersion(
                        change.workspace().id(), change.workspace().version());
            }
            return sent ? new DeliveryResult.Sent(notification) : new DeliveryResult.Repeated(event.id());
        } catch (MailNotSent e) {
            return postponed(event, e.complaint(), "deliver it again when the mail system works");
        }
    }

    private boolean isOutdated(Event.Known event) {
        return event instanceof Event.WorkspaceChanged change
                && change.workspace().version()
                        < store.newestVersion(change.workspace().id()).orElse(Long.MIN_VALUE);
    }

    private static DeliveryResult postponed(Event.Known event, String complaint, String fix) {
        return new DeliveryResult.Postponed(new ErrorMessage(
                        "Nobody was notified of an event: %s.".formatted(complaint),
                        event.context().toString(),
                        fix)
                .toString());
    }
}
