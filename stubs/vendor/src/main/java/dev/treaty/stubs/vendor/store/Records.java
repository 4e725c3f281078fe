package dev.treaty.stubs.vendor.store;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one world during a unit of work, sorted by key. Keys are ASCII, so that every store sorts them alike. What is
 * written is seen by the same unit of work at once, and by others when it is over.
 */
public interface Records {

    /**
     * Starts the keys of records that are only looked for by their whole key; then come the kind of object and a slash. No scan may ask
     * for them, so no store has to sort them.
     */
    String UNSORTED = "object/";

    /** The record with this key; null if there is none. It must not be changed. */
    byte @Nullable [] get(String key);

    /** Adds a record, or replaces it. */
    void put(String key, byte[] value);

    /** Removes a record, if there is one. */
    void remove(String key);

    /**
     * The records from one key to another, read as they are needed; nothing may be written until the iteration is over.
     *
     * @param from inclusive
     * @param to exclusive
     * @param descending whether the last comes first
     */
    Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending);

    /** Notes that an object of this kind was forgotten because there were too many, so that the client can be told. */
    void noteForgotten(String kind);

    /** Takes back everything that this unit of work has written. */
    void discard();

    /**
     * When the world has to be looked at next.
     *
     * @param epochMillis of the real time; {@link Long#MAX_VALUE} for never
     */
    void dueAt(long epochMillis);
}
