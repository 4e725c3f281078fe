package dev.treaty.stubs.vendor.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.store.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a world has to do at a later time, in the order of time. Each operation costs the same however much is in the queue. */
public final class DueQueue {

    private final Records records;
    private final Sequence sequence;
    private final WorldClock clock;
    private final Channels channels;
    private boolean changed;

    DueQueue(Records records, Sequence sequence, WorldClock clock) {
        this.records = records;
        this.sequence = sequence;
        this.clock = clock;
        channels = new Channels(records);
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
        var key = DueKeys.ACTIONS + place(at);
        records.put(key, item(action, data));
        changed = true;
        return key;
    }

    /**
     * Schedules an action that takes place outside of a unit of work, such as a delivery: it stays in the queue until it is
     * {@linkplain #cancel removed}, and none of the same channel is started before.
     *
     * @param channel what it must not overtake; e.g. the id of a call
     */
    public String scheduleOutside(Instant at, String action, String channel, ObjectNode data) {
        var key = DueKeys.channel(channel) + place(at);
        channels.add(key, item(action, data));
        changed = true;
        return key;
    }

    private String place(Instant at) {
        return DueKeys.place(Math.max(0, at.toEpochMilli()), sequence.next());
    }

    private static byte[] item(String action, ObjectNode data) {
        var item = Json.object().put("action", action);
        item.set("data", data);
        return Json.bytes(item);
    }

    /** Removes what was scheduled, if it is still there. */
    public void cancel(String handle) {
        if (DueKeys.isInChannel(handle)) {
            channels.remove(handle);
        } else {
            records.remove(handle);
        }
        changed = true;
    }

    /**
     * Takes what is due next. An action is removed from the queue, and the world's time is the one at which it was due for the rest of the
     * unit of work. What takes place outside stays in the queue, and is not taken again before its lease is over.
     *
     * @param until the latest time at which it may be due
     * @param lease how long it may take if it takes place outside, in real time
     */
    public Optional<DueItem> take(Instant until, Duration lease) {
        changed |= channels.endLeases(clock.realMillis());
        var key = first();
        if (key == null || DueKeys.epochMillis(key) > until.toEpochMilli()) {
            return Optional.empty();
        }
        changed = true;
        var outside = DueKeys.isInChannel(key);
        var token = outside ? channels.lease(key, clock.realMillis() + lease.toMillis()) : 0;
        var item = new DueItem(key, Json.parseObject(required(key), 0), token);
        clock.advanceTo(item.at());
        if (!outside) {
            records.remove(key);
            clock.set(item.at());
        }
        return Optional.of(item);
    }

    /**
     * Removes what was taken and took place outside.
     *
     * @return whether it was still there: false if it was canceled, or taken again because its lease was over
     */
    public boolean end(DueItem item) {
        changed = true;
        return channels.end(item.handle(), item.lease());
    }

    /** Whether something that was taken, and takes place outside, is not over yet. */
    public boolean isUnderWay() {
        return channels.isUnderWay(clock.realMillis());
    }

    /** The time of what will be taken next. */
    public Optional<Instant> next() {
        return Optional.ofNullable(first()).map(key -> Instant.ofEpochMilli(DueKeys.epochMillis(key)));
    }

    /** Whether this unit of work has left an action to be done at once. */
    public boolean isToBeDoneAtOnce() {
        if (!changed) {
            return false;
        }
        var actions = records.scan(DueKeys.ACTIONS, Keys.end(DueKeys.ACTIONS), false);
        return actions.hasNext()
                && DueKeys.epochMillis(actions.next().getKey()) <= clock.now().toEpochMilli();
    }

    /** Everything in the queue, in the order of time. */
    public List<DueItem> all() {
        var items = new ArrayList<DueItem>();
        for (var prefix : List.of(DueKeys.ACTIONS, DueKeys.channels())) {
            records.scan(prefix, Keys.end(prefix), false).forEachRemaining(entry -> items.add(item(entry)));
        }
        items.sort(DueItem.ORDER);
        return items;
    }

    private static DueItem item(Map.Entry<String, byte[]> entry) {
        return new DueItem(entry.getKey(), Json.parseObject(entry.getValue(), 0), 0);
    }

    private byte[] required(String key) {
        var stored = records.get(key);
        if (stored == null) {
            throw new IllegalStateException(key + " is due, and does not exist");
        }
        return stored;
    }

    /** The key of what is due first, whenever that is. */
    private @Nullable String first() {
        var actions = records.scan(DueKeys.ACTIONS, Keys.end(DueKeys.ACTIONS), false);
        var action = actions.hasNext() ? actions.next().getKey() : null;
        var ready = channels.firstReady();
        if (action == null || ready == null) {
            return action == null ? ready : action;
        }
        return DueKeys.place(action).compareTo(DueKeys.place(ready)) < 0 ? action : ready;
    }

    void changed() {
        changed = true;
    }

    void discard() {
        changed = false;
    }

    /** Tells the store when to look at this world next. */
    void store() {
        if (changed) {
            var first = first();
            var due = first == null ? Long.MAX_VALUE : clock.realMillis(DueKeys.epochMillis(first));
            records.dueAt(Math.min(due, channels.firstLeaseEnd()));
            changed = false;
        }
    }
}
