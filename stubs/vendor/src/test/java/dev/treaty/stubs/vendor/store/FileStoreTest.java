package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.stubs.http.provider.StateMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {

    private static final long LEAST_SIZE = 64 * 1_024;

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_there_when_the_store_is_opened_again() {
        try (var store = open("state.db")) {
            put(store, "kiosk-1", "key", "value");
            put(store, "kiosk-1", "other", "gone");
            store.inWorld("kiosk-1", records -> {
                records.remove("other");
                records.dueAt(42);
                return "";
            });
        }

        try (var store = open("state.db")) {
            assertThat(get(store, "kiosk-1", "key")).isEqualTo("value");
            assertThat(get(store, "kiosk-1", "other")).isNull();
            assertThat(store.due("kiosk-", 42)).containsExactly("kiosk-1");
            assertThat(store.due("kiosk-", 41)).isEmpty();
        }
    }

    @Test
    void a_unit_of_work_that_fails_leaves_nothing_behind() {
        try (var store = open("state.db")) {
            assertThatThrownBy(() -> store.inWorld("kiosk-1", records -> {
                        records.put("key", new byte[1]);
                        throw new IllegalStateException("as the test wants it");
                    }))
                    .hasMessage("as the test wants it");

            assertThat(get(store, "kiosk-1", "key")).isNull();
        }
    }

    @Test
    void a_world_that_was_removed_is_gone_for_good() {
        try (var store = open("state.db")) {
            put(store, "kiosk-1", "key", "value");
            put(store, "kiosk-2", "key", "value");
            store.remove("kiosk-1");
        }

        try (var store = open("state.db")) {
            assertThat(get(store, "kiosk-1", "key")).isNull();
            assertThat(get(store, "kiosk-2", "key")).isEqualTo("value");
        }
    }

    @Test
    void the_vendors_of_a_server_share_a_file() {
        try (var stripe = open("state.db")) {
            open("../" + folder.getFileName() + "/state.db").close();
            put(stripe, "stripe-1", "key", "value");

            try (var twilio = open("state.db")) {
                assertThat(get(twilio, "stripe-1", "key")).isEqualTo("value");
            }
        }
    }

    @Test
    void many_threads_write_at_the_same_time() {
        try (var store = open("state.db")) {
            IntStream.range(0, 400).parallel().forEach(n -> put(store, "kiosk-" + n % 7, "key" + n, "value" + n));
        }

        try (var store = open("state.db")) {
            assertThat(IntStream.range(0, 400).mapToObj(n -> get(store, "kiosk-" + n % 7, "key" + n)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 400).mapToObj(n -> "value" + n).toList());
        }
    }

    @Test
    void a_file_does_not_grow_with_what_is_outdated() throws IOException {
        try (var store = open("state.db")) {
            for (var n = 0; n < 3_000; n++) {
                put(store, "kiosk-1", "key", "x".repeat(1_000));
            }
        }

        assertThat(Files.size(folder.resolve("state.db"))).isLessThan(1_000_000);
    }

    @Test
    void a_file_does_not_grow_with_what_is_outdated_around_what_is_needed() throws IOException {
        var path = folder.resolve("state.db");
        try (var file = WorldFile.open(path, LEAST_SIZE)) {
            for (var n = 0; n < 1_000; n++) {
                write(file, "kiosk-1", n);
                assertThat(Files.size(path)).as("after %d writes", n).isLessThan(2_500_000);
            }
        }

        try (var file = WorldFile.open(path, LEAST_SIZE)) {
            assertThat(file.read("kiosk-1").scan("order/", "order0", false))
                    .toIterable()
                    .hasSize(1_000);
            assertThat(file.worlds()).containsKey("kiosk-1");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.compacting");
    }

    @Test
    void a_file_that_has_grown_is_compacted_when_it_is_opened() throws IOException {
        var path = folder.resolve("state.db");
        try (var file = WorldFile.open(path, Long.MAX_VALUE)) {
            for (var n = 0; n < 300; n++) {
                write(file, "kiosk-1", n);
                write(file, "kiosk-2", n);
            }
            file.remove("kiosk-1");
            file.commit();
        }
        var grown = Files.size(path);
        Files.writeString(folder.resolve("state.db.compacting"), "left by a process that was killed");

        WorldFile.open(path, LEAST_SIZE).close();

        assertThat(Files.size(path)).isLessThan(grown / 2);
        try (var file = WorldFile.open(path)) {
            assertThat(file.worlds()).containsOnlyKeys("kiosk-2");
            assertThat(file.read("kiosk-2").get("sequence")).isEqualTo("299".getBytes(UTF_8));
        }
    }

    @Test
    void a_file_stays_locked_when_it_was_compacted() {
        var path = folder.resolve("state.db");
        try (var file = WorldFile.open(path, 0)) {
            for (var n = 0; n < 10; n++) {
                write(file, "kiosk-1", n);
            }

            assertThatThrownBy(() -> WorldFile.open(path))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("Another process uses the store.\n");
        }
    }

    /** Writes what a request does that creates something: here and there a little, some of which replaces what was written before. */
    private static void write(WorldFile file, String world, int number) {
        var id = number * 7_919 % 100_003;
        var value = "x".repeat(60).getBytes(UTF_8);
        var unit = new UnitOfWork(new SortedRecords());
        unit.put("object/" + id, value);
        unit.put("order/" + (1_000_000 + number), value);
        unit.put("index/" + id, value);
        unit.put("value/" + id, value);
        unit.put("sequence", String.valueOf(number).getBytes(UTF_8));
        file.write(world, unit);
        file.commit();
    }

    @Test
    void the_folder_must_exist() {
        assertThatThrownBy(() -> open("missing/state.db"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("""
                        The store's folder does not exist.
                          where: --store %s
                          fix:   create it, or name a file in another one""".formatted(folder.resolve("missing/state.db")));
    }

    @Test
    void a_folder_is_not_a_store() {
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("The store is not a file that can be written.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000})
    void a_text_is_not_a_store(int times) throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "Buy milk. ".repeat(times));

        assertThatThrownBy(() -> open("notes.txt"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("""
                        The file is not a store of the stub server, or it is damaged.
                          where: --store %s
                          fix:   name another file; it is created if it does not exist""".formatted(text));
        assertThat(text).hasContent("Buy milk. ".repeat(times));
    }

    @Test
    void the_address_of_something_else_is_not_a_store() {
        assertThatThrownBy(() -> openAt("http://ada:secret@127.0.0.1/state"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("""
                        A store is a file, or in Redis.
                          where: --store http://…@127.0.0.1/state
                          fix:   name a file, or the address of Redis, e.g. redis://127.0.0.1:6379""");
    }

    @Test
    void the_file_of_another_program_is_not_a_store() {
        var file = folder.resolve("other.db");
        try (var other = MVStore.open(file.toString())) {
            other.openMap("addresses").put("Ada", "London");
        }

        assertThatThrownBy(() -> open("other.db"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("The file is not a store of the stub server, or it is damaged.\n");
        try (var other = MVStore.open(file.toString())) {
            assertThat(other.openMap("addresses")).containsKey("Ada");
        }
    }

    @Test
    void only_one_process_uses_a_file() {
        var path = folder.resolve("state.db");
        try (var other = WorldFile.open(path)) {
            assertThat(other.worlds()).isEmpty();
            assertThatThrownBy(() -> new FileStorage(path))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("""
                            Another process uses the store.
                              where: --store %s
                              fix:   stop the other server, name another file, or share the state of both in Redis (--store redis://…)""".formatted(path));
        }
    }

    @Test
    void a_closed_store_says_so() {
        var store = open("state.db");
        store.close();
        store.close();

        assertThatThrownBy(() -> put(store, "kiosk-1", "key", "value")).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whoever_runs_the_process_learns_that_the_heap_is_used_up() throws Exception {
        var uncaught = new UncaughtErrors();

        uncaught.listenTo(() -> {
            try (var storage = new FileStorage(folder.resolve("state.db"))) {
                assertThatThrownBy(() -> storage.<String>onThread(() -> {
                            throw new OutOfMemoryError("as the test wants it");
                        }))
                        .isInstanceOf(StoreUnavailable.class);
            }
        });

        assertThat(uncaught.all()).hasToString("[java.lang.OutOfMemoryError: as the test wants it]");
    }

    private WorldStore open(String name) {
        return openAt(folder.resolve(name).toString());
    }

    private static WorldStore openAt(String location) {
        return WorldStores.open(Optional.of(location), StateMemory.shareOfHeap(), (records, bytesByKind, bytes) -> {});
    }

    private static void put(WorldStore store, String world, String key, String value) {
        store.inWorld(world, records -> {
            records.put(key, value.getBytes(UTF_8));
            return "";
        });
    }

    private static @Nullable String get(WorldStore store, String world, String key) {
        return store.<@Nullable String>inWorld(world, records -> {
            var value = records.get(key);
            return value == null ? null : new String(value, UTF_8);
        });
    }
}
