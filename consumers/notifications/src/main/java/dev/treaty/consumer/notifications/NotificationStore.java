package dev.treaty.consumer.notifications;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores what notifications has learned from events, and which events it has processed.
 *
 * <p>Remembering who registered is the only way to know a workspace's owner, and remembering processed events the only way
 * to recognize a repeated delivery. Implementations are called by several threads at once.
 */
public interface NotificationStore {

    /**
     * Does the work for an event, unless it has been done before. If the work throws, the event is not done, and the next
     * delivery tries again. Concurrent deliveries of the same event wait for each other.
     *
     * @return whether the work was done now
     */
    boolean processOnce(EventId event, Runnable work);

    /** Stores a person who has registered. */
    void remember(Person person);

    /** Finds a person by id; empty until the event of the registration has arrived. */
    Optional<Person> person(String id);

    /** Records that a workspace's owner was notified of this version; of several, the newest counts. */
    void rememberVersion(String workspaceId, long version);

    /** The newest version of a workspace that its owner was notified of. */
    OptionalLong newestVersion(String workspaceId);
}
