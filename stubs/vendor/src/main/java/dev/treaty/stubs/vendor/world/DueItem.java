package dev.treaty.stubs.vendor.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Something that a world has to do at a later time. */
public final class DueItem {

    private final String handle;
    private final ObjectNode stored;

    DueItem(String handle, ObjectNode stored) {
        this.handle = handle;
        this.stored = stored;
    }

    /** To cancel it. */
    public String handle() {
        return handle;
    }

    /** By which the vendor knows what to do. */
    public String action() {
        return stored.path("action").asText();
    }

    /** For the action. */
    public ObjectNode data() {
        return (ObjectNode) stored.path("data");
    }

    /** The world's time at which it is due. */
    public Instant at() {
        var start = Keys.DUE.length();
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(handle, start, start + Long.BYTES * 2));
    }

    /** What it must not overtake; null if it takes place inside a unit of work. */
    public @Nullable String channel() {
        var channel = stored.path("channel");
        return channel.isTextual() ? channel.asText() : null;
    }

    String channelOrHandle() {
        var channel = channel();
        return channel == null ? handle : channel;
    }

    boolean isLeased(Instant realNow) {
        return leasedUntilMillis() > realNow.toEpochMilli();
    }

    /** In real time; 0 if it was never taken. */
    long leasedUntilMillis() {
        return stored.path("leasedUntil").asLong(0);
    }

    ObjectNode leasedUntil(Instant realTime) {
        return stored.deepCopy().put("leasedUntil", realTime.toEpochMilli());
    }
}
