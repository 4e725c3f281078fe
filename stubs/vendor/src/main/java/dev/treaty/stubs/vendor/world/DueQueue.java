package dev.treaty.stubs.vendor.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.store.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a world has to do at a later time, in the order of time. */
public final class DueQueue {

    private final World world;
    private final Records records;

    DueQueue(World world, Records records) {
        this.world = world;
        this.records = records;
    }

    /**
     * Schedules an action.
     *
     * @param at the world's time; the past means as soon as possible
     * @param action by which the vendor knows what to do
     * @param data for the action
     * @return a handle to {@linkplain #cancel cancel} it
     */
    public String schedule(Instant at, String action, ObjectNode data) {
        return add(at, action, null, data);
    }

    /**
     * Schedules an action that takes place outside of a unit of work, such as a delivery: it stays in the queue until it is
     * {@linkplain #cancel removed}, and none of the same channel is started before.
     *
     * @param channel what it must not overtake; e.g. the id of a call
     */
    public String scheduleOutside(Instant at, String action, String channel, ObjectNode data) {
        return add(at, action, channel, data);
    }

    private String add(Instant at, String action, @Nullable String channel, ObjectNode data) {
        var key = Keys.due(Math.max(0, at.toEpochMilli()), world.nextNumber());
        var item = Json.object().put("action", action);
        item.set("data", data);
        if (channel != null) {
            item.put("channel", channel);
        }
        records.put(key, Json.bytes(item));
        changed();
        return key;
    }

    /** Removes what was scheduled, if it is still there. */
    public void cancel(String handle) {
        records.remove(handle);
        changed();
    }

    /**
     * Takes what is due next. An action is removed from the queue; one that takes place outside stays, and is not taken again before
     * its lease is over. The world's time is the one at which it was due for the rest of the unit of work.
     *
     * @param until the latest time at which it may be due
     * @param lease how long it may take if it takes place outside, in real time
     */
    public Optional<DueItem> take(Instant until, Duration lease) {
        var busy = new HashSet<String>();
        DueItem found = null;
        var entries = records.scan(Keys.DUE, Keys.end(Keys.DUE), false);
        while (entries.hasNext() && found == null) {
            var item = item(entries.next());
            if (item.at().isAfter(until)) {
                break;
            }
            if (item.isLeased(world.realNow())) {
                busy.add(item.channelOrHandle());
            } else if (item.channel() == null || !busy.contains(item.channel())) {
                found = item;
            }
        }
        if (found == null) {
            changed();
            return Optional.empty();
        }
        if (found.channel() == null) {
            records.remove(found.handle());
        } else {
            records.put(
                    found.handle(), Json.bytes(found.leasedUntil(world.realNow().plus(lease))));
        }
        changed();
        world.advanceTo(found.at());
        world.setTime(found.at());
        return Optional.of(found);
    }

    /** Whether something that was taken, and takes place outside, is not over yet. */
    public boolean isUnderWay() {
        return all().stream().anyMatch(item -> item.isLeased(world.realNow()));
    }

    /** Everything in the queue. */
    public List<DueItem> all() {
        var items = new ArrayList<DueItem>();
        records.scan(Keys.DUE, Keys.end(Keys.DUE), false).forEachRemaining(entry -> items.add(item(entry)));
        return items;
    }

    /** Tells the store when to look at this world next. */
    void changed() {
        var next = Long.MAX_VALUE;
        var busy = new HashSet<String>();
        var entries = records.scan(Keys.DUE, Keys.end(Keys.DUE), false);
        while (entries.hasNext()) {
            var item = item(entries.next());
            var lease = item.leasedUntilMillis();
            if (lease > world.realNow().toEpochMilli()) {
                next = Math.min(next, lease);
                busy.add(item.channelOrHandle());
            } else if (item.channel() == null || !busy.contains(item.channel())) {
                next = Math.min(next, item.at().minus(world.offset()).toEpochMilli());
                break;
            }
        }
        records.dueAt(next);
    }

    private static DueItem item(Map.Entry<String, byte[]> entry) {
        return new DueItem(entry.getKey(), Json.parseObject(entry.getValue(), 0));
    }
}
