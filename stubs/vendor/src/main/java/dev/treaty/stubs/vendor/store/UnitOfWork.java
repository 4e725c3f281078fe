package dev.treaty.stubs.vendor.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one unit of work has written so far, in front of what the store has. */
final class UnitOfWork implements Records {

    /** Stands for a record that was removed; told from others by identity. */
    private static final byte[] REMOVED = new byte[0];

    private final RecordSource source;
    private final Map<String, byte[]> written = new LinkedHashMap<>();

    /** The same in the order of the keys, from the first scan on: most units have none. */
    private @Nullable NavigableMap<String, byte[]> sorted;

    private final Map<String, Long> forgotten = new TreeMap<>();
    private @Nullable Long dueAt;

    UnitOfWork(RecordSource source) {
        this.source = source;
    }

    /** The records that were written, and null for those that were removed. */
    void forEachChange(Change change) {
        written.forEach((key, value) -> change.apply(key, value == REMOVED ? null : value));
    }

    /** Whether there is nothing to store. */
    boolean isEmpty() {
        return written.isEmpty() && dueAt == null;
    }

    /** When the world has to be looked at next, if that has changed. */
    OptionalLong dueAt() {
        return dueAt == null ? OptionalLong.empty() : OptionalLong.of(dueAt);
    }

    @Override
    public byte @Nullable [] get(String key) {
        var value = written.get(key);
        if (value == null) {
            return source.get(key);
        }
        return value == REMOVED ? null : value;
    }

    @Override
    public void put(String key, byte[] value) {
        written.put(key, value);
        if (sorted != null) {
            sorted.put(key, value);
        }
    }

    @Override
    public void remove(String key) {
        put(key, REMOVED);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        var stored = source.scan(from, to, descending);
        if (sorted == null) {
            sorted = new TreeMap<>(written);
        }
        var changed = sorted.subMap(from, true, to, false);
        if (changed.isEmpty()) {
            return stored;
        }
        var ordered = descending ? changed.descendingMap() : changed;
        return new Merged(
                stored,
                ordered.entrySet().iterator(),
                descending ? Collections.reverseOrder() : Comparator.<String>naturalOrder());
    }

    @Override
    public void noteForgotten(String kind) {
        forgotten.merge(kind, 1L, Long::sum);
    }

    /** How many objects were forgotten, by kind. */
    Map<String, Long> forgotten() {
        return forgotten;
    }

    @Override
    public void discard() {
        written.clear();
        sorted = null;
        forgotten.clear();
        dueAt = null;
    }

    @Override
    public void dueAt(long epochMillis) {
        dueAt = epochMillis;
    }

    /** One change of a record. */
    @FunctionalInterface
    interface Change {

        /**
         * Applies it.
         *
         * @param value null if the record was removed
         */
        void apply(String key, byte @Nullable [] value);
    }

    /** Stored and written records, where the written ones win. */
    private static final class Merged implements Iterator<Map.Entry<String, byte[]>> {

        private final Iterator<Map.Entry<String, byte[]>> stored;
        private final Iterator<Map.Entry<String, byte[]>> written;
        private final Comparator<String> order;
        private Map.@Nullable Entry<String, byte[]> nextStored;
        private Map.@Nullable Entry<String, byte[]> nextWritten;
        private Map.@Nullable Entry<String, byte[]> next;

        Merged(
                Iterator<Map.Entry<String, byte[]>> stored,
                Iterator<Map.Entry<String, byte[]>> written,
                Comparator<String> order) {
            this.stored = stored;
            this.written = written;
            this.order = order;
            nextStored = following(stored);
            nextWritten = following(written);
            advance();
        }

        private static Map.@Nullable Entry<String, byte[]> following(Iterator<Map.Entry<String, byte[]>> records) {
            return records.hasNext() ? records.next() : null;
        }

        private void advance() {
            next = null;
            while (next == null && (nextStored != null || nextWritten != null)) {
                var compared = compared();
                if (compared < 0) {
                    next = nextStored;
                } else if (nextWritten != null && nextWritten.getValue() != REMOVED) {
                    next = nextWritten;
                }
                nextStored = compared <= 0 ? following(stored) : nextStored;
                nextWritten = compared >= 0 ? following(written) : nextWritten;
            }
        }

        /** Negative if the stored record is next, positive if the written one is, zero if they have the same key. */
        private int compared() {
            if (nextStored == null) {
                return 1;
            }
            return nextWritten == null ? -1 : order.compare(nextStored.getKey(), nextWritten.getKey());
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<String, byte[]> next() {
            var result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
            advance();
            return result;
        }
    }
}
