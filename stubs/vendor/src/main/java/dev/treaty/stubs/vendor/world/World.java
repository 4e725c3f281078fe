package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.store.Records;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account's state during a unit of work: nobody else reads or changes it meanwhile, and all changes are kept or none.
 */
public final class World {

    private final String name;
    private final Records records;
    private final Numbers numbers;
    private final Sequence sequence;
    private final WorldClock clock;
    private final DueQueue due;

    /**
     * Opens a world for a unit of work, which ends with {@link #complete}.
     *
     * @param name by which the store knows it; says nothing about credentials
     */
    public World(String name, Records records, Instant realNow) {
        this.name = name;
        this.records = records;
        numbers = new Numbers(records);
        sequence = new Sequence(numbers);
        clock = new WorldClock(numbers, realNow);
        due = new DueQueue(records, sequence, clock);
    }

    /** By which the store knows it. A vendor that puts it into a URL may return it as the account of requests to this URL. */
    public String name() {
        return name;
    }

    /** The world's time, in milliseconds; it starts with the real one, and tests may advance it. */
    public Instant now() {
        return clock.now();
    }

    /** The world's time in seconds since 1970. */
    public long nowSeconds() {
        return now().getEpochSecond();
    }

    /** The objects of a kind. */
    public ObjectTable objects(ObjectKind kind) {
        return new ObjectTable(records, sequence, numbers, kind);
    }

    /** What is due later. */
    public DueQueue due() {
        return due;
    }

    /** A number that the world has not used before; larger than all before it. */
    public long nextNumber() {
        return sequence.next();
    }

    /** A value that is kept under a name, for what is not an object with an id. */
    public Optional<ObjectNode> value(String key) {
        var stored = records.get(Keys.value(key));
        return stored == null ? Optional.empty() : Optional.of(Json.parseObject(stored, 0));
    }

    /**
     * Keeps a value under a name. Costs little if it is as it was.
     *
     * @param value null to remove it
     */
    public void setValue(String key, @Nullable ObjectNode value) {
        if (value == null) {
            records.remove(Keys.value(key));
        } else {
            replace(Keys.value(key), Json.bytes(value));
        }
    }

    /** A text that is kept under a name. */
    public Optional<String> text(String key) {
        var stored = records.get(Keys.value(key));
        return stored == null ? Optional.empty() : Optional.of(new String(stored, UTF_8));
    }

    /** Keeps a text under a name. Costs little if it is as it was. */
    public void setText(String key, String text) {
        replace(Keys.value(key), text.getBytes(UTF_8));
    }

    private void replace(String key, byte[] value) {
        if (!Arrays.equals(value, records.get(key))) {
            records.put(key, value);
        }
    }

    /** How many objects there are, by the name of their kind. */
    public Map<String, Long> counts() {
        return numbers.all(Keys.count(""));
    }

    /** How many objects were forgotten because there were too many of their kind, by the name of their kind. */
    public Map<String, Long> forgotten() {
        return numbers.all(Keys.forgotten(""));
    }

    /** Takes back everything that this unit of work has changed. */
    public void discard() {
        records.discard();
        sequence.discard();
        due.discard();
    }

    /** Advances the world's clock to a time, unless it is later already. */
    public void advanceTo(Instant time) {
        clock.advanceTo(time);
        due.changed();
    }

    /** Has the rest of this unit of work see another time, at which what it does was due. */
    public void setTime(Instant time) {
        clock.set(time);
    }

    /** Ends the unit of work; to be called once, and last. */
    public void complete() {
        sequence.store();
        due.store();
    }
}
