package dev.treaty.stubs.vendor.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.store.Records;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's state during a unit of work: nobody else reads or changes it meanwhile, and all changes are kept or none.
 */
public final class World {

    private static final String FORGOTTEN = "treaty-forgotten";

    private final String name;
    private final Records records;
    private final Instant realNow;
    private final DueQueue due;
    private Instant now;

    /**
     * Opens a world for a unit of work.
     *
     * @param name by which the store knows it; says nothing about credentials
     */
    public World(String name, Records records, Instant realNow) {
        this.name = name;
        this.records = records;
        this.realNow = realNow;
        now = realNow.plus(offset());
        due = new DueQueue(this, records);
    }

    /** By which the store knows it; may be used in URLs. */
    public String name() {
        return name;
    }

    /** The world's time, in milliseconds; it starts with the real one, and tests may advance it. */
    public Instant now() {
        return now;
    }

    /** The world's time in seconds since 1970. */
    public long nowSeconds() {
        return now.getEpochSecond();
    }

    /** The objects of a kind. */
    public ObjectTable objects(ObjectKind kind) {
        return new ObjectTable(this, records, kind);
    }

    /** What is due later. */
    public DueQueue due() {
        return due;
    }

    /** A number that the world has not used before; larger than all before it. */
    public long nextNumber() {
        var stored = records.get(Keys.SEQUENCE);
        var next = stored == null ? 1 : ByteBuffer.wrap(stored).getLong() + 1;
        records.put(Keys.SEQUENCE, ByteBuffer.allocate(Long.BYTES).putLong(next).array());
        return next;
    }

    /** A value that is kept under a name, for what is not an object with an id. */
    public Optional<ObjectNode> value(String key) {
        var stored = records.get(Keys.value(key));
        return stored == null ? Optional.empty() : Optional.of(Json.parseObject(stored, 0));
    }

    /**
     * Keeps a value under a name.
     *
     * @param value null to remove it
     */
    public void setValue(String key, @Nullable ObjectNode value) {
        if (value == null) {
            records.remove(Keys.value(key));
        } else {
            records.put(Keys.value(key), Json.bytes(value));
        }
    }

    /** How many objects there are, by the name of their kind. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        var prefix = Keys.count("");
        records.scan(prefix, Keys.end(prefix), false)
                .forEachRemaining(entry -> counts.put(
                        entry.getKey().substring(prefix.length()),
                        ByteBuffer.wrap(entry.getValue()).getLong()));
        return counts;
    }

    /** Takes back everything that this unit of work has changed. */
    public void discard() {
        records.discard();
    }

    /** How many objects were forgotten because there were too many of their kind. */
    public long forgotten() {
        return value(FORGOTTEN).map(value -> value.path("count").asLong()).orElse(0L);
    }

    void countForgotten() {
        setValue(FORGOTTEN, Json.object().put("count", forgotten() + 1));
    }

    /** Advances the world's clock to a time, unless it is later already. */
    public void advanceTo(Instant time) {
        if (time.isAfter(realNow.plus(offset()))) {
            records.put(
                    Keys.CLOCK,
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(Duration.between(realNow, time).toMillis())
                            .array());
            due.changed();
        }
        now = realNow.plus(offset());
    }

    /** Has the rest of this unit of work see the time at which something was due. */
    void setTime(Instant time) {
        now = time;
    }

    Instant realNow() {
        return realNow;
    }

    Duration offset() {
        var stored = records.get(Keys.CLOCK);
        return stored == null
                ? Duration.ZERO
                : Duration.ofMillis(ByteBuffer.wrap(stored).getLong());
    }
}
