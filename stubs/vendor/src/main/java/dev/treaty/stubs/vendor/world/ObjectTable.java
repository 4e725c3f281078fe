package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.store.Records;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of one kind in a world, in the order in which they were created. What it returns are copies: a change counts when it
 * is {@linkplain #put put}. Finding, changing, and reading the next object of a list cost the same however many there are.
 */
public final class ObjectTable {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectTable.class);

    /** A loop that creates objects must not fill the log. */
    private static final int FORGOTTEN_FOR_EACH_WARNING = 1_000;

    /** Not with each object; in a store of an earlier version, there are objects before the first. */
    private static final int OBJECTS_FOR_EACH_DEFINITION = 1_024;

    /**
     * A full table forgets this fraction of its limit at a time: neighbours are in the processor's cache, and no request waits long. A
     * small table forgets one object at a time.
     */
    private static final int BATCHES = 2_000;

    private final Records records;
    private final Sequence numbering;
    private final Numbers numbers;
    private final ObjectKind kind;

    ObjectTable(Records records, Sequence numbering, Numbers numbers, ObjectKind kind) {
        this.records = records;
        this.numbering = numbering;
        this.numbers = numbers;
        this.kind = kind;
    }

    /** The object with this id. */
    public Optional<ObjectNode> find(String id) {
        var stored = records.get(Keys.object(kind.name(), id));
        return stored == null ? Optional.empty() : Optional.of(content(stored));
    }

    /** The object with this id as JSON, which {@link #find} would have to read. */
    public Optional<byte[]> json(String id) {
        var stored = records.get(Keys.object(kind.name(), id));
        return stored == null ? Optional.empty() : Optional.of(Arrays.copyOfRange(stored, Long.BYTES, stored.length));
    }

    /**
     * Adds an object, or replaces the one with the same id, which keeps its place in the order.
     *
     * @return the object as JSON
     */
    public byte[] put(ObjectNode object) {
        var id = object.path(kind.idField()).asText();
        var key = Keys.object(kind.name(), id);
        var previous = records.get(key);
        var sequence = previous == null ? numbering.next() : sequence(previous);
        var json = Json.bytes(object);
        records.put(
                key,
                ByteBuffer.allocate(Long.BYTES + json.length)
                        .putLong(sequence)
                        .put(json)
                        .array());
        var reference = key.getBytes(US_ASCII);
        index(previous, object, reference, sequence);
        if (previous == null) {
            records.put(Keys.order(kind.name()) + Keys.number(sequence), reference);
            var count = numbers.add(Keys.count(kind.name()), 1);
            if (count % OBJECTS_FOR_EACH_DEFINITION == 1) {
                records.put(Keys.kind(kind.name()), kind.toBytes());
            }
            var batch = 1 + kind.limit() / BATCHES;
            if (count >= (long) kind.limit() + batch) {
                forget(
                        oldest(batch, Long.MAX_VALUE),
                        "only %d of them are kept for each account".formatted(kind.limit()));
            }
        }
        return json;
    }

    /** Removes an object, if it exists. */
    public void remove(String id) {
        removeRecord(Keys.object(kind.name(), id));
    }

    /** Returns the object's size in bytes; 0 if there is none. */
    private int removeRecord(String key) {
        var stored = records.get(key);
        if (stored == null) {
            return 0;
        }
        index(stored, null, key.getBytes(US_ASCII), sequence(stored));
        records.remove(Keys.order(kind.name()) + Keys.number(sequence(stored)));
        records.remove(key);
        numbers.add(Keys.count(kind.name()), -1);
        return stored.length;
    }

    /** How many objects there are. */
    public long count() {
        return numbers.get(Keys.count(kind.name()));
    }

    /** All objects, the newest first, read as they are needed; nothing may be put or removed meanwhile. */
    public Stream<ObjectNode> newestFirst() {
        return scan(Keys.order(kind.name()), true, null);
    }

    /** All objects, the oldest first, read as they are needed; nothing may be put or removed meanwhile. */
    public Stream<ObjectNode> oldestFirst() {
        return oldestFirst(0);
    }

    /** The same without as many at the beginning, which are not read. */
    public Stream<ObjectNode> oldestFirst(long skipped) {
        var prefix = Keys.order(kind.name());
        var entries = records.scan(prefix, Keys.end(prefix), false);
        for (var i = 0L; i < skipped && entries.hasNext(); i++) {
            entries.next();
        }
        return read(entries);
    }

    /**
     * A list of objects from a place in it, read as they are needed; nothing may be put or removed meanwhile.
     *
     * @param field one of the kind's {@linkplain ObjectKind#indexes indexes}, or null for all objects
     * @param value that the field must have; ignored if there is no field
     * @param newestFirst the direction
     * @param after the id after which to start, in that direction; null to start at the beginning
     */
    public Stream<ObjectNode> list(
            @Nullable String field, @Nullable String value, boolean newestFirst, @Nullable String after) {
        if (field != null && !kind.indexes().contains(field)) {
            throw new IllegalArgumentException(kind.name() + " has no index by " + field);
        }
        var prefix = field == null ? Keys.order(kind.name()) : Keys.index(kind.name(), field, String.valueOf(value));
        return scan(prefix, newestFirst, after);
    }

    private Stream<ObjectNode> scan(String prefix, boolean newestFirst, @Nullable String after) {
        var from = prefix;
        var to = Keys.end(prefix);
        if (after != null) {
            var stored = records.get(Keys.object(kind.name(), after));
            if (stored == null) {
                throw new NoSuchElementException(after);
            }
            var place = prefix + Keys.number(sequence(stored));
            from = newestFirst ? prefix : Keys.end(place);
            to = newestFirst ? place : to;
        }
        return read(records.scan(from, to, newestFirst));
    }

    private Stream<ObjectNode> read(Iterator<Map.Entry<String, byte[]>> entries) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(this::referenced);
    }

    private ObjectNode referenced(Map.Entry<String, byte[]> entry) {
        var key = new String(entry.getValue(), US_ASCII);
        var stored = records.get(key);
        if (stored == null) {
            throw new IllegalStateException(entry.getKey() + " refers to an object that does not exist");
        }
        return content(stored);
    }

    private void index(byte @Nullable [] previous, @Nullable ObjectNode next, byte[] reference, long sequence) {
        var indexed = previous == null ? Map.<String, String>of() : Json.texts(previous, Long.BYTES, kind.indexes());
        for (var field : kind.indexes()) {
            var before = indexed.getOrDefault(field, "");
            var after = next == null ? "" : Json.text(next, field);
            if (!before.equals(after)) {
                if (!before.isEmpty()) {
                    records.remove(Keys.index(kind.name(), field, before) + Keys.number(sequence));
                }
                if (!after.isEmpty()) {
                    records.put(Keys.index(kind.name(), field, after) + Keys.number(sequence), reference);
                }
            }
        }
    }

    /**
     * Forgets the oldest objects, as far as there are any, and says so.
     *
     * @param bytes how much of them
     * @return their size in bytes, which may be larger by one object
     */
    long forgetOldest(long bytes, String reason) {
        return forget(oldest(Integer.MAX_VALUE, bytes), reason);
    }

    private long forget(List<String> keys, String reason) {
        if (keys.isEmpty()) {
            return 0;
        }
        var bytes = 0L;
        for (var key : keys) {
            bytes += removeRecord(key);
            records.noteForgotten(kind.name());
        }
        var forgotten = numbers.add(Keys.forgotten(kind.name()), keys.size());
        var before = forgotten - keys.size();
        if (before == 0 || before / FORGOTTEN_FOR_EACH_WARNING < forgotten / FORGOTTEN_FOR_EACH_WARNING) {
            var key = keys.get(0);
            LOG.warn(
                    "Forgot {} {}, the oldest, because {}; {} were forgotten so far",
                    kind.name(),
                    key.substring(key.lastIndexOf('/') + 1),
                    reason,
                    forgotten);
        }
        return bytes;
    }

    /** The keys of the oldest objects, until there are as many, or they take as many bytes. */
    private List<String> oldest(int most, long bytes) {
        var order = Keys.order(kind.name());
        var entries = records.scan(order, Keys.end(order), false);
        var keys = new ArrayList<String>();
        for (var size = 0L; keys.size() < most && size < bytes && entries.hasNext(); ) {
            var key = new String(entries.next().getValue(), US_ASCII);
            keys.add(key);
            var stored = records.get(key);
            size += stored == null ? 0 : stored.length;
        }
        return keys;
    }

    private static long sequence(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong();
    }

    private static ObjectNode content(byte[] stored) {
        return Json.parseObject(stored, Long.BYTES);
    }
}
