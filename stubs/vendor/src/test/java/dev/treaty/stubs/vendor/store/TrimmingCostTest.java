package dev.treaty.stubs.vendor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.OldestObjects;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that has to forget much must not search through what it has just forgotten for each object. */
class TrimmingCostTest {

    private static final int OBJECTS = 1_000;
    private static final int MOST_READ_FOR_EACH = 8;

    private final SortedRecords records = new SortedRecords();
    private long read;

    @Test
    void forgetting_costs_the_same_for_each_object() {
        var creation = new UnitOfWork(records);
        var world = new World("bakery", creation, Instant.EPOCH);
        for (var number = 0; number < OBJECTS; number++) {
            for (var kind : List.of("loaf", "roll")) {
                world.objects(new ObjectKind(kind, "id", List.of(), 10 * OBJECTS))
                        .put(Json.object().put("id", kind + number));
            }
        }
        world.complete();
        creation.forEachChange(records::put);

        var unit = new UnitOfWork(new Counted());
        OldestObjects.forget(unit, records.bytesByKind(), records.bytes() / 4);

        var forgotten =
                unit.forgotten().values().stream().mapToLong(Long::longValue).sum();
        assertThat(unit.forgotten()).containsOnlyKeys("loaf", "roll");
        assertThat(forgotten).isGreaterThan(OBJECTS / 4);
        assertThat(read).isLessThan(MOST_READ_FOR_EACH * forgotten);
    }

    /** Counts the records that scans read. */
    private final class Counted implements RecordSource {

        @Override
        public byte @Nullable [] get(String key) {
            return records.get(key);
        }

        @Override
        public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
            var entries = records.scan(from, to, descending);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Map.Entry<String, byte[]> next() {
                    read++;
                    return entries.next();
                }
            };
        }
    }
}
