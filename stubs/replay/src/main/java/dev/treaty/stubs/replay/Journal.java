package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests, for WireMock's admin API: those that WireMock answered, as it hands them over, and those that were
 * answered without it, as {@link PreparedEvent}s. Bounded: a new request takes the place of the oldest, and of as many more as
 * are needed to keep no more than {@value #MOST_BYTES} bytes of bodies.
 */
final class Journal implements RequestJournalStore {

    private static final long MOST_BYTES = 64 << 20;

    private final AtomicReferenceArray<@Nullable Entry> ring;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param capacity how many requests it remembers; 0 for none */
    Journal(int capacity) {
        ring = new AtomicReferenceArray<>(capacity);
    }

    void add(Entry entry) {
        if (ring.length() > 0) {
            var number = received.getAndIncrement();
            replace(slot(number), entry);
            for (var old = Math.max(0, number + 1 - ring.length()); old < number && bytes.get() > MOST_BYTES; old++) {
                replace(slot(old), null);
            }
        }
    }

    private void replace(int slot, @Nullable Entry entry) {
        var before = ring.getAndSet(slot, entry);
        bytes.addAndGet((entry == null ? 0 : entry.bytes()) - (before == null ? 0 : before.bytes()));
    }

    @Override
    public void add(ServeEvent event) {
        add(new ByWireMock(event));
    }

    /** Replaces an event by a later state of itself; one that is forgotten stays so. */
    @Override
    public void put(UUID id, ServeEvent event) {
        find(id).ifPresent(known -> ring.compareAndSet(known.slot(), known.entry(), new ByWireMock(event)));
    }

    /** The latest first. */
    @Override
    public Stream<ServeEvent> getAll() {
        return places().map(Place::entry).map(Entry::event).flatMap(Optional::stream);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return places().map(Place::entry).map(Entry::id);
    }

    @Override
    public Optional<ServeEvent> get(UUID id) {
        return find(id).map(Place::entry).flatMap(Entry::event);
    }

    @Override
    public void remove(UUID id) {
        find(id).ifPresent(known -> replace(known.slot(), null));
    }

    /** Nothing to do: there is never one too many. */
    @Override
    public void removeLast() {}

    @Override
    public void clear() {
        for (var slot = 0; slot < ring.length(); slot++) {
            replace(slot, null);
        }
    }

    private Optional<Place> find(UUID id) {
        return places().filter(place -> place.entry().id().equals(id)).findFirst();
    }

    private Stream<Place> places() {
        var end = received.get();
        return LongStream.iterate(end - 1, number -> number >= Math.max(0, end - ring.length()), number -> number - 1)
                .mapToInt(this::slot)
                .mapToObj(this::place)
                .flatMap(Optional::stream);
    }

    private Optional<Place> place(int slot) {
        var entry = ring.get(slot);
        return entry == null ? Optional.empty() : Optional.of(new Place(slot, entry));
    }

    private int slot(long number) {
        return (int) (number % ring.length());
    }

    /** One request and what it was answered. */
    interface Entry {

        UUID id();

        /** How long the body is that it holds. */
        long bytes();

        /** Nothing if WireMock cannot hold such a request. */
        Optional<ServeEvent> event();
    }

    private record ByWireMock(ServeEvent served) implements Entry {

        /** Without what the request came on: WireMock leaves it there for proxies, whose answer has been fetched by now. */
        private ByWireMock {
            if (served.getResponseDefinition() != null) {
                served.getResponseDefinition().setOriginalRequest(null);
            }
        }

        @Override
        public UUID id() {
            return served.getId();
        }

        @Override
        public long bytes() {
            var request = served.getRequest();
            return request == null || request.getBody() == null ? 0 : request.getBody().length;
        }

        @Override
        public Optional<ServeEvent> event() {
            return Optional.of(served);
        }
    }

    private record Place(int slot, Entry entry) {}
}
