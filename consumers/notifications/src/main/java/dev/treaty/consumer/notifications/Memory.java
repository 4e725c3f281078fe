package dev.treaty.consumer.notifications;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What notifications has learned from events, and which it has done with.
 *
 * <p>It has no other way to know a workspace's owner than to remember who registered, and no other way to tell a delivery
 * from its repetition. May be asked by several threads at once.
 */
public interface Memory {

    /**
     * Does what an event asks for, unless that has been done. If the work throws, the event is not done, and the next
     * delivery tries again. Deliveries of the same event that come at once wait for each other.
     *
     * @return whether the work was done now
     */
    boolean once(EventId event, Runnable work);

    /** Remembers who has registered. */
    void remember(Person person);

    /** Who has this id; empty until the event of the registration has come. */
    Optional<Person> person(String id);

    /** Remembers that a workspace's owner knows of this version of it; of several, the newest counts. */
    void rememberVersion(String workspaceId, long version);

    /** The newest version of a workspace that its owner knows of. */
    OptionalLong newestVersion(String workspaceId);
}
