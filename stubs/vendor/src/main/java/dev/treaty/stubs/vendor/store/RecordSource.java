package dev.treaty.stubs.vendor.store;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of one world as a store has them, before a unit of work. */
interface RecordSource {

    byte @Nullable [] get(String key);

    /** As in {@link Records#scan}. */
    Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending);
}
