package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.treaty.stubs.http.wiremock.page.SeenEvents;
import dev.treaty.stubs.page.source.RequestJournal;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests, for WireMock's admin API: those that WireMock answered, as it recorded them, and all others as
 * {@link JournalEntry}. Bounded: a new request replaces the oldest one, and as many more as it takes to keep no more than
 * 64 MiB of bodies, or a sixteenth of the heap if that is less, because reading them takes several times as much.
 */
final class Journal implements RequestJournalStore, RequestJournal {

    private static final long MAX_BYTES =
            Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

    private final AtomicReferenceArray<@Nullable Entry> ring;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param capacity how many requests it keeps; 0 for none */
    Journal(int capacity) {
        ring = new AtomicReferenceArray<>(capacity);
    }

    @Override
    public int capacity() {
        return ring.length();
    }

    @Override
    public long received() {
        return received.get();
    }

    @Override
    public Stream<SeenRequest> latest() {
        return numbers().mapToObj(this::numbered).flatMap(Optional::stream);
    }

    @Override
    public Optional<SeenRequest> numbered(long number) {
        var end = received.get();
        return number < Math.max(0, end - ring.length()) || number >= end
                ? Optional.empty()
                : slotAt(slot(number)).map(slot -> slot.entry().seen(number));
    }

    boolean isOn() {
        return ring.length() > 0;
    }

    void add(Entry entry) {
        if (ring.length() > 0) {
            var number = received.getAndIncrement();
            replace(slot(number), entry);
            for (var old = Math.max(0, number + 1 - ring.length()); old < number && bytes.get() > MAX_BYTES; old++) {
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

    /** Replaces an event by a later state of it, unless it has been forgotten. */
    @Override
    public void put(UUID id, ServeEvent event) {
        find(id).ifPresent(known -> ring.compareAndSet(known.slot(), known.entry(), new ByWireMock(event)));
    }

    /** The latest come first. */
    @Override
    public Stream<ServeEvent> getAll() {
        return slots().map(Slot::entry).map(Entry::event).flatMap(Optional::stream);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return slots().map(Slot::entry).map(Entry::id);
    }

    @Override
    public Optional<ServeEvent> get(UUID id) {
        return find(id).map(Slot::entry).flatMap(Entry::event);
    }

    @Override
    public void remove(UUID id) {
        find(id).ifPresent(known -> replace(known.slot(), null));
    }

    /** Does nothing: the journal is never too long. */
    @Override
    public void removeLast() {}

    @Override
    public void clear() {
        for (var slot = 0; slot < ring.length(); slot++) {
            replace(slot, null);
        }
    }

    private Optional<Slot> find(UUID id) {
        return slots().filter(slot -> slot.entry().id().equals(id)).findFirst();
    }

    private Stream<Slot> slots() {
        return numbers().mapToInt(this::slot).mapToObj(this::slotAt).flatMap(Optional::stream);
    }

    private LongStream numbers() {
        var end = received.get();
        return LongStream.iterate(end - 1, number -> number >= Math.max(0, end - ring.length()), number -> number - 1);
    }

    private Optional<Slot> slotAt(int slot) {
        var entry = ring.get(slot);
        return entry == null ? Optional.empty() : Optional.of(new Slot(slot, entry));
    }

    private int slot(long number) {
        return (int) (number % ring.length());
    }

    /** A request and the response to it. */
    interface Entry {

        UUID id();

        /** The length of the body that it keeps. */
        long bytes();

        /** Empty if WireMock cannot represent the request. */
        Optional<ServeEvent> event();

        /** For the page. */
        SeenRequest seen(long number);
    }

    private record ByWireMock(ServeEvent served) implements Entry {

        /** Removes the reference to the connection, which WireMock keeps for proxies; their response has been fetched by now. */
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

        @Override
        public SeenRequest seen(long number) {
            return SeenEvents.of(number, served);
        }
    }

    private record Slot(int slot, Entry entry) {}
}
