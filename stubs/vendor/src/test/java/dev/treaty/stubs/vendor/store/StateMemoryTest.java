package dev.treaty.stubs.vendor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.provider.StateMemory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateMemoryTest {

    private static final int LIMIT = 1 << 20;
    private static final int KIBIBYTE = 1 << 10;

    private final StateMemory memory = new StateMemory(LIMIT);
    private final LocalStore store = store();

    private LocalStore store() {
        return new LocalStore(new MemoryStorage(), 1_000, Map.of(), memory, StateMemoryTest::removeFirst);
    }

    /** Stands for the objects of a world, which this package does not know. */
    private static void removeFirst(Records records, Map<String, Long> bytesByKind, long bytes) {
        var keys = new StringBuilder();
        var freed = 0L;
        for (var entries = records.scan("0", "9", false); entries.hasNext() && freed < bytes; ) {
            var entry = entries.next();
            keys.append(entry.getKey()).append(' ');
            freed += entry.getValue().length;
        }
        Stream.of(keys.toString().split(" ")).filter(key -> !key.isEmpty()).forEach(key -> {
            records.remove(key);
            records.noteForgotten("thing");
        });
    }

    @Test
    void a_world_that_takes_everything_loses_its_oldest_and_is_told() {
        IntStream.range(0, 3_000).forEach(number -> put(store, "world-1", number));

        assertThat(memory.used()).isBetween(LIMIT / 2L, (long) LIMIT);
        assertThat(store.bytes("world-1")).isEqualTo(memory.used());
        assertThat(has(store, "world-1", 2_999)).isTrue();
        assertThat(has(store, "world-1", 0)).isFalse();
        assertThat(store.takeForgotten("world-1").orElseThrow()).matches("thing: \\d{4}");
        assertThat(store.takeForgotten("world-1")).isEmpty();
    }

    @Test
    void a_small_world_keeps_everything_while_another_one_fills_the_memory() {
        IntStream.range(0, 10).forEach(number -> put(store, "world-1", number));

        IntStream.range(0, 3_000).forEach(number -> put(store, "world-2", number));

        assertThat(has(store, "world-1", 0)).isTrue();
        assertThat(store.takeForgotten("world-1")).isEmpty();
        assertThat(store.forgotten()).isZero();
    }

    @Test
    void stores_share_the_memory() {
        var other = store();
        IntStream.range(0, 900).forEach(number -> put(store, "world-1", number));

        IntStream.range(0, 300).forEach(number -> put(other, "world-2", number));

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        assertThat(store.takeForgotten("world-1")).isPresent();
        assertThat(has(other, "world-2", 0)).isTrue();
    }

    @Test
    void many_small_worlds_are_forgotten_as_a_whole() {
        IntStream.range(0, 900)
                .forEach(world -> IntStream.range(0, 3).forEach(number -> put(store, "world-" + world, number)));

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        assertThat(store.forgotten()).isBetween(300L, 899L);
        assertThat(has(store, "world-899", 2)).isTrue();
        assertThat(store.takeForgotten("world-0")).isEqualTo(Optional.of("everything"));
    }

    @Test
    void many_threads_do_not_take_more() {
        IntStream.range(0, 20_000).parallel().forEach(number -> put(store, "world-" + number % 4, number));
        put(store, "world-1", 1); // sees to what the last of them left

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        var worlds = IntStream.range(0, 4).mapToLong(world -> store.bytes("world-" + world));
        assertThat(worlds.sum()).isEqualTo(memory.used());
    }

    @Test
    void what_was_removed_or_closed_takes_nothing() {
        IntStream.range(0, 900).forEach(number -> put(store, "world-1", number));
        store.remove("world-1");
        assertThat(memory.used()).isZero();

        put(store, "world-1", 1);
        store.close();

        assertThat(memory.used()).isZero();
    }

    @Test
    void a_world_in_a_file_is_unloaded_and_loses_nothing(@TempDir Path folder) {
        var storage = new FileStorage(folder.resolve("state.db"));
        try (var inFile = new LocalStore(storage, 10, Map.of(), memory, StateMemoryTest::removeFirst)) {
            IntStream.range(0, 600).forEach(number -> put(inFile, "world-1", number));

            IntStream.range(0, 600).forEach(number -> put(inFile, "world-2", number));

            assertThat(storage.bytes("world-1")).isZero();
            assertThat(memory.used()).isEqualTo(storage.bytes("world-2"));
            assertThat(has(inFile, "world-1", 0)).isTrue();
            assertThat(has(inFile, "world-2", 0)).isTrue();
            assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
            assertThat(inFile.takeForgotten("world-1")).isEmpty();
            assertThat(inFile.takeForgotten("world-2")).isEmpty();
        }
    }

    private static void put(WorldStore store, String world, int number) {
        store.inWorld(world, records -> {
            records.put(key(number), new byte[KIBIBYTE]);
            return "";
        });
    }

    private static boolean has(WorldStore store, String world, int number) {
        return store.<Boolean>inWorld(world, records -> records.get(key(number)) != null);
    }

    private static String key(int number) {
        return "%05d".formatted(number);
    }
}
