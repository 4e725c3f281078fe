package dev.treaty.stubs.vendor.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;

/** Something that a world has to do at a later time. */
public final class DueItem {

    /** In the order in which they are done. */
    static final Comparator<DueItem> ORDER = Comparator.comparing(item -> DueKeys.place(item.handle));

    private final String handle;
    private final ObjectNode stored;
    private final long lease;

    DueItem(String handle, ObjectNode stored, long lease) {
        this.handle = handle;
        this.stored = stored;
        this.lease = lease;
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
        return Instant.ofEpochMilli(DueKeys.epochMillis(handle));
    }

    /** Whether it takes place outside of a unit of work, such as a delivery. */
    public boolean isOutside() {
        return DueKeys.isInChannel(handle);
    }

    /** Distinguishes this time it was taken from others. */
    long lease() {
        return lease;
    }
}
