package dev.treaty.stubs.vendor.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The worlds in which something is due, in the order of time. */
final class DueIndex {

    private record Due(long epochMillis, String world) {}

    private final NavigableSet<Due> worlds = new ConcurrentSkipListSet<>(
            Comparator.comparingLong(Due::epochMillis).thenComparing(Due::world));

    /** Changes when a world is due; {@link Long#MAX_VALUE} is never. */
    void move(String world, long from, long to) {
        if (from == to) {
            return;
        }
        if (from != Long.MAX_VALUE) {
            worlds.remove(new Due(from, world));
        }
        if (to != Long.MAX_VALUE) {
            worlds.add(new Due(to, world));
        }
    }

    List<String> until(String prefix, long epochMillis) {
        var due = new ArrayList<String>();
        for (var next : worlds) {
            if (next.epochMillis() > epochMillis) {
                break;
            }
            if (next.world().startsWith(prefix)) {
                due.add(next.world());
            }
        }
        return due;
    }
}
