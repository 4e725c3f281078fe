package dev.treaty.consumer.notifications;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A memory that lasts as long as its process, for trials and tests; where several processes share the deliveries, or one is
 * restarted, a database must do this. Does one event's work at a time.
 */
public final class TransientMemory implements Memory {

    private final int capacity;
    private final Set<EventId> done = new LinkedHashSet<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /**
     * A memory without anything in it.
     *
     * @param capacity how many events it remembers to be done; the one that was done first is forgotten first
     */
    public TransientMemory(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized boolean once(EventId event, Runnable work) {
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
