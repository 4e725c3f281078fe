package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** One world in Redis, during one unit of work, whose lock it has. */
final class RedisWorld implements RecordSource {

    private static final String PREFIX = "treaty:";

    static final byte[] WORLDS = bytes(PREFIX + "worlds");
    static final byte[] FORGOTTEN = bytes(PREFIX + "forgotten");

    /** What nearly every unit of work reads; it comes with the lock, so that Redis is not asked for it. */
    private static final List<byte[]> READ_AT_ONCE =
            List.of(bytes("clock"), bytes("sequence"), bytes("value/rate-limit"));

    private static final int FIRST_BATCH = 2;
    private static final int LARGEST_BATCH = 256;

    private final UnifiedJedis redis;
    private final String world;
    private final byte[] lock;
    private final byte[] records;
    private final byte[] sortedKeys;
    private final byte[] due;
    private final byte[] token = bytes(UUID.randomUUID().toString());
    private final Map<String, byte @Nullable []> read = new HashMap<>();
    private boolean isNew;

    RedisWorld(UnifiedJedis redis, String world) {
        this.redis = redis;
        this.world = world;
        lock = bytes(PREFIX + world + ":lock");
        records = bytes(PREFIX + world + ":records");
        sortedKeys = bytes(PREFIX + world + ":keys");
        due = due(world.substring(0, world.lastIndexOf('-') + 1));
    }

    /** The worlds in which something is due, by their prefix. */
    static byte[] due(String prefix) {
        return bytes(PREFIX + "due:" + prefix);
    }

    /** Takes the lock, if nobody has it; may be repeated. */
    boolean tryEnter(long lockMillis) {
        var arguments =
                new ArrayList<>(List.of(token, bytes(lockMillis), bytes(System.currentTimeMillis()), bytes(world)));
        arguments.addAll(READ_AT_ONCE);
        if (!(RedisScript.ENTER.run(redis, List.of(lock, records, WORLDS), arguments) instanceof List<?> result)) {
            return false;
        }
        isNew = Long.valueOf(1).equals(result.get(0));
        for (var i = 0; i < READ_AT_ONCE.size(); i++) {
            read.put(text(READ_AT_ONCE.get(i)), (byte[]) result.get(i + 1));
        }
        return true;
    }

    /** Whether nobody has been in the world before. */
    boolean isNew() {
        return isNew;
    }

    /** Writes what has changed, and releases the lock; returns false, and writes nothing, if somebody else has the lock by now. */
    boolean leave(UnitOfWork unit) {
        var puts = new ArrayList<byte[]>();
        var removals = new ArrayList<byte[]>();
        unit.forEachChange((key, value) -> {
            if (value == null) {
                removals.add(bytes(key));
            } else {
                puts.addAll(List.of(bytes(key), value));
            }
        });
        var arguments = new ArrayList<>(List.of(token, bytes(world), bytes(dueAt(unit)), bytes(puts.size() / 2)));
        arguments.addAll(puts);
        arguments.addAll(removals);
        return isDone(RedisScript.LEAVE.run(redis, List.of(lock, records, sortedKeys, due), arguments));
    }

    private static String dueAt(UnitOfWork unit) {
        if (unit.dueAt().isEmpty()) {
            return "unchanged";
        }
        var time = unit.dueAt().getAsLong();
        return time == Long.MAX_VALUE ? "never" : Long.toString(time);
    }

    /** Forgets the world, and releases the lock. */
    boolean remove() {
        return isDone(RedisScript.REMOVE.run(
                redis, List.of(lock, records, sortedKeys, due, WORLDS), List.of(token, bytes(world))));
    }

    private static boolean isDone(@Nullable Object result) {
        return Long.valueOf(1).equals(result);
    }

    @Override
    public byte @Nullable [] get(String key) {
        if (!read.containsKey(key)) {
            read.put(key, redis.hget(records, bytes(key)));
        }
        return read.get(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        return new Scan(from, to, descending);
    }

    private static byte[] bytes(Object asciiText) {
        return asciiText.toString().getBytes(US_ASCII);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, US_ASCII);
    }

    /** Reads more and more records at once, because most callers need the first only. */
    private final class Scan implements Iterator<Map.Entry<String, byte[]>> {

        private final byte[] direction;
        private final byte[] end;
        private final Queue<Map.Entry<String, byte[]>> next = new ArrayDeque<>();
        private byte[] start;
        private int batch = FIRST_BATCH;
        private boolean isComplete;

        Scan(String from, String to, boolean descending) {
            direction = bytes(descending ? "descending" : "ascending");
            start = bytes(descending ? "(" + to : "[" + from);
            end = bytes(descending ? "[" + from : "(" + to);
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && !isComplete) {
                read();
            }
            return !next.isEmpty();
        }

        private void read() {
            var found = (List<?>) RedisScript.SCAN.run(
                    redis, List.of(records, sortedKeys), Arrays.asList(start, end, bytes(batch), direction));
            if (found == null) {
                throw new IllegalStateException("Redis did not respond to a scan");
            }
            for (var i = 0; i < found.size(); i += 2) {
                var key = text((byte[]) found.get(i));
                next.add(Map.entry(key, (byte[]) found.get(i + 1)));
                start = bytes("(" + key);
            }
            isComplete = found.size() < 2 * batch;
            batch = Math.min(LARGEST_BATCH, batch * 8);
        }

        @Override
        public Map.Entry<String, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return next.remove();
        }
    }
}
