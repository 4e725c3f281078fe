package dev.treaty.consumer.notifications;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A store that lasts as long as its process, for trials and tests; if several processes share the deliveries, or one is
 * restarted, a database is needed. Does one event's work at a time.
 */
public final class InMemoryNotificationStore implements NotificationStore {

    private final int capacity;
    private final Set<EventId> done = new LinkedHashSet<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /**
     * Creates an empty store.
     *
     * @param capacity how many processed events it remembers; the oldest is forgotten first
     */
    public InMemoryNotificationStore(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized boolean processOnce(EventId event, Runnable work) {
        if (done.contains(event)) {
            return false;
        }
        work.run();
        done.add(event);
        if (done.size() > capacity) {
            done.remove(done.iterator().next());
        }
        return true;
    }

    @Override
    public synchronized void remember(Person person) {
        people.put(person.id(), person);
    }

    @Override
    public synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public synchronized void rememberVersion(String workspaceId, long version) {
        versions.merge(workspaceId, version, Math::max);
    }

    @Override
    public synchronized OptionalLong newestVersion(String workspaceId) {
        var version = versions.get(workspaceId);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
