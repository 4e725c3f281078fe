package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.treaty.stubs.vendor.store.Records;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What takes place outside of units of work, in channels of which one item at a time is under way. The first of each channel is ready,
 * unless one of the channel is under way.
 */
final class Channels {

    /** How many of a world are under way at once, so that an application with a short queue of connections can keep up. */
    static final int MOST_UNDER_WAY = 32;

    private final Records records;

    Channels(Records records) {
        this.records = records;
    }

    void add(String key, byte[] item) {
        var channel = DueKeys.channelOf(key);
        var ready = firstOf(channel);
        records.put(key, item);
        if (records.get(DueKeys.busy(channel)) == null && (ready == null || key.compareTo(ready) < 0)) {
            if (ready != null) {
                records.remove(DueKeys.READY + DueKeys.place(ready));
            }
            makeReady(key);
        }
    }

    /** Removes an item, whether it waits or is under way. */
    void remove(String key) {
        if (records.get(key) == null) {
            return;
        }
        var channel = DueKeys.channelOf(key);
        var lease = lease(channel);
        records.remove(key);
        if (lease == null) {
            records.remove(DueKeys.READY + DueKeys.place(key));
            makeFirstReady(channel);
        } else if (lease.key().equals(key)) {
            end(channel, lease);
        }
    }

    /** Removes an item that is under way with this lease; false if it is not. */
    boolean end(String key, long token) {
        var lease = lease(DueKeys.channelOf(key));
        if (lease == null || lease.token() != token || !lease.key().equals(key)) {
            return false;
        }
        records.remove(key);
        end(DueKeys.channelOf(key), lease);
        return true;
    }

    /** The item that may be started next; null if there is none, or if enough are under way. */
    @Nullable
    String firstReady() {
        var leases = records.scan(DueKeys.LEASES, Keys.end(DueKeys.LEASES), false);
        for (var underWay = 0; leases.hasNext(); leases.next()) {
            if (++underWay == MOST_UNDER_WAY) {
                return null;
            }
        }
        var ready = records.scan(DueKeys.READY, Keys.end(DueKeys.READY), false);
        return ready.hasNext() ? new String(ready.next().getValue(), US_ASCII) : null;
    }

    /**
     * Starts what is ready.
     *
     * @param end in real time
     * @return a token that is unique even if the world is reset
     */
    long lease(String key, long end) {
        var channel = DueKeys.channelOf(key);
        var lease = new Lease(end, ThreadLocalRandom.current().nextLong(), key);
        records.remove(DueKeys.READY + DueKeys.place(key));
        records.put(DueKeys.busy(channel), lease.toBytes());
        records.put(lease.orderKey(), channel.getBytes(US_ASCII));
        return lease.token();
    }

    /** Makes ready again what was to be over by now, because the process that had it has gone. */
    boolean endLeases(long realMillis) {
        var ended = false;
        while (firstLeaseEnd() <= realMillis) {
            var channel = new String(
                    records.scan(DueKeys.LEASES, Keys.end(DueKeys.LEASES), false)
                            .next()
                            .getValue(),
                    US_ASCII);
            var lease = lease(channel);
            if (lease == null) {
                throw new IllegalStateException(channel + " is not under way");
            }
            end(channel, lease);
            ended = true;
        }
        return ended;
    }

    boolean isUnderWay(long realMillis) {
        var leases = records.scan(DueKeys.LEASES + Keys.number(realMillis + 1), Keys.end(DueKeys.LEASES), false);
        return leases.hasNext();
    }

    /** In real time; {@link Long#MAX_VALUE} if nothing is under way. */
    long firstLeaseEnd() {
        var leases = records.scan(DueKeys.LEASES, Keys.end(DueKeys.LEASES), false);
        return leases.hasNext() ? DueKeys.epochMillis(leases.next().getKey()) : Long.MAX_VALUE;
    }

    private void end(String channel, Lease lease) {
        records.remove(DueKeys.busy(channel));
        records.remove(lease.orderKey());
        makeFirstReady(channel);
    }

    private void makeFirstReady(String channel) {
        var first = firstOf(channel);
        if (first != null) {
            makeReady(first);
        }
    }

    private void makeReady(String key) {
        records.put(DueKeys.READY + DueKeys.place(key), key.getBytes(US_ASCII));
    }

    private @Nullable String firstOf(String channel) {
        var items = records.scan(channel, Keys.end(channel), false);
        return items.hasNext() ? items.next().getKey() : null;
    }

    private @Nullable Lease lease(String channel) {
        var stored = records.get(DueKeys.busy(channel));
        return stored == null ? null : Lease.of(stored);
    }

    /**
     * That an item is under way.
     *
     * @param end when it is deemed lost, in real time
     */
    private record Lease(long end, long token, String key) {

        static Lease of(byte[] stored) {
            var buffer = ByteBuffer.wrap(stored);
            return new Lease(
                    buffer.getLong(), buffer.getLong(), US_ASCII.decode(buffer).toString());
        }

        byte[] toBytes() {
            return ByteBuffer.allocate(2 * Long.BYTES + key.length())
                    .putLong(end)
                    .putLong(token)
                    .put(key.getBytes(US_ASCII))
                    .array();
        }

        String orderKey() {
            return DueKeys.LEASES + DueKeys.place(end, token);
        }
    }
}
