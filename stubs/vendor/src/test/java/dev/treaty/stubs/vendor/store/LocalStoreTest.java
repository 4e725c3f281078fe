package dev.treaty.stubs.vendor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.stubs.http.provider.StateMemory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalStoreTest {

    private final LocalStore store = new LocalStore(
            new MemoryStorage(), 3, Map.of(), StateMemory.shareOfHeap(), (records, bytesByKind, bytes) -> {});

    @Test
    void the_world_that_was_unused_for_longest_is_forgotten() {
        IntStream.range(0, 3).forEach(number -> write("world-" + number));
        write("world-0");

        write("world-3");

        assertThat(isEmpty("world-1")).isTrue();
        assertThat(store.forgotten()).isEqualTo(2);
        assertThat(isEmpty("world-0")).isFalse();
    }

    @Test
    void what_was_due_in_a_forgotten_world_is_not_due_any_more() {
        IntStream.range(0, 5).forEach(number -> write("world-" + number));

        assertThat(store.due("world-", 1)).containsExactly("world-2", "world-3", "world-4");
        assertThat(store.due("world-", 0)).isEmpty();
        assertThat(store.due("other-", 1)).isEmpty();
    }

    @Test
    void nothing_is_lost_while_worlds_come_and_go() {
        IntStream.range(0, 20_000).parallel().forEach(number -> {
            if (number % 5 == 0) {
                store.remove("world-" + number % 2);
            }
            write("world-" + number % 2);
        });

        assertThat(isEmpty("world-0") && isEmpty("world-1")).isFalse();
        assertThat(store.forgotten()).isZero();
    }

    @Test
    void what_is_not_sorted_is_found_by_its_key() {
        var key = Records.UNSORTED + "customer/cus_42";
        store.inWorld("world-0", records -> {
            records.put(key, new byte[1]);
            return "";
        });

        assertThat(store.<Integer>inWorld("world-0", records -> required(records, key).length))
                .isEqualTo(1);
    }

    @Test
    void a_unit_of_work_cannot_start_another_one_in_the_same_world() {
        assertThatThrownBy(() -> store.inWorld("world-0", records -> isEmpty("world-0")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A unit of work in world-0 has started another one in the same world");
    }

    private void write(String world) {
        store.inWorld(world, records -> {
            records.put("key", new byte[1]);
            records.dueAt(1);
            return "";
        });
    }

    private static byte[] required(Records records, String key) {
        return Optional.ofNullable(records.get(key)).orElseThrow();
    }

    private boolean isEmpty(String world) {
        return store.inWorld(world, records -> !records.scan("", "~", false).hasNext());
    }
}
