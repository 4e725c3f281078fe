package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.stubs.http.provider.StateMemory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

@ExtendWith(RealRedis.class)
class RedisStoreTest {

    private final String prefix = "kiosk" + UUID.randomUUID().toString().replace("-", "") + "-";
    private final String world = prefix + "1";
    private final String url;
    private final WorldStore one;
    private final WorldStore other;

    RedisStoreTest(String url) {
        this.url = url;
        one = openAt(url);
        other = openAt(url);
    }

    @BeforeEach
    void fill() {
        one.inWorld(world, records -> {
            IntStream.range(0, 600).forEach(n -> records.put("key/%03d".formatted(n), text("value " + n)));
            records.put("other", text("x"));
            return "";
        });
    }

    @AfterEach
    void close() {
        one.remove(world);
        one.close();
        other.close();
    }

    @Test
    void what_one_server_writes_the_other_reads() {
        assertThat(read(other, "key/042")).isEqualTo("value 42");
    }

    @Test
    void records_are_sorted_in_both_directions() {
        other.inWorld(world, records -> {
            records.remove("key/001");
            records.put("key/0005", text("new"));
            var ascending = keys(records, "key/", "key/~", false);
            var descending = keys(records, "key/", "key/~", true);

            assertThat(ascending)
                    .hasSize(600)
                    .startsWith("key/000", "key/0005", "key/002")
                    .isSorted();
            assertThat(descending).hasSize(600).startsWith("key/599").endsWith("key/0005", "key/000");
            assertThat(keys(records, "key/010", "key/012", false)).containsExactly("key/010", "key/011");
            assertThat(keys(records, "key/010", "key/012", true)).containsExactly("key/011", "key/010");
            return "";
        });

        assertThat(keys(one, "key/", "key/003")).containsExactly("key/000", "key/0005", "key/002");
    }

    @Test
    void a_unit_of_work_that_fails_writes_nothing_and_releases_the_lock() {
        assertThatThrownBy(() -> one.inWorld(world, records -> {
                    records.put("other", text("y"));
                    throw new IllegalStateException("as the test wants it");
                }))
                .hasMessage("as the test wants it");

        assertThat(read(other, "other")).isEqualTo("x");
    }

    @Test
    void units_of_work_of_several_servers_do_not_overlap() {
        IntStream.range(0, 200)
                .parallel()
                .forEach(n -> (n % 2 == 0 ? one : other).inWorld(world, records -> {
                    var count = records.get("count");
                    records.put(
                            "count",
                            text(String.valueOf(1 + (count == null ? 0 : Integer.parseInt(new String(count, UTF_8))))));
                    return "";
                }));

        assertThat(read(one, "count")).isEqualTo("200");
    }

    @Test
    void a_server_that_has_lost_its_lock_writes_nothing_and_does_it_again() {
        try (var redis = RedisClient.create(url)) {
            var attempts = new AtomicInteger();

            one.inWorld(world, records -> {
                if (attempts.incrementAndGet() == 1) {
                    redis.del("treaty:" + world + ":lock"); // as if it had expired
                    other.inWorld(world, others -> {
                        others.put("other", text("theirs"));
                        return "";
                    });
                }
                records.put("other", text(new String(required(records, "other"), UTF_8) + " and ours"));
                return "";
            });

            assertThat(attempts).hasValue(2);
            assertThat(read(one, "other")).isEqualTo("theirs and ours");
        }
    }

    @Test
    void a_lock_that_is_lost_again_and_again_is_an_error() {
        try (var redis = RedisClient.create(url)) {
            assertThatThrownBy(() -> one.inWorld(world, records -> redis.del("treaty:" + world + ":lock")))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("A request took so long that other servers went on without it, 3 times.\n");
        }
    }

    @Test
    void what_is_due_is_known_to_all() {
        one.inWorld(world, records -> {
            records.dueAt(42);
            return "";
        });

        assertThat(other.due(prefix, 42)).containsExactly(world);
        assertThat(other.due(prefix, 41)).isEmpty();

        other.inWorld(world, records -> {
            records.dueAt(Long.MAX_VALUE);
            return "";
        });
        assertThat(one.due(prefix, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void a_world_that_was_removed_is_gone() {
        other.remove(world);

        assertThat(keys(one, "", "~")).isEmpty();
    }

    @Test
    void the_world_that_was_unused_for_longest_is_forgotten() {
        try (var redis = RedisClient.create(url + "/1");
                var store = new RedisStore(RedisAddress.parse(url + "/1"), 2)) {
            for (var n = 1; n <= 3; n++) {
                store.inWorld(prefix + n, records -> {
                    records.put("key", text("value"));
                    return "";
                });
            }

            assertThat(redis.keys("*:records")).hasSize(2).doesNotContain("treaty:" + prefix + "1:records");
            assertThat(store.forgotten()).isEqualTo(1);
            redis.flushDB();
        }
    }

    @Test
    void redis_must_be_there() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> openAt("redis://me:hush@127.0.0.1:" + port))
                .isInstanceOf(StoreUnavailable.class)
                .message()
                .startsWith("Redis cannot be used: ")
                .endsWith("""
                        .
                          where: --store redis://127.0.0.1:%d
                          fix:   start Redis there, or name the address of one that runs, e.g. redis://127.0.0.1:6379""".formatted(port))
                .doesNotContain("hush");
    }

    @Test
    void an_address_must_be_complete() {
        assertThatThrownBy(() -> openAt("redis://me:hush@/nowhere"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("""
                        The address of Redis is not valid.
                          where: --store redis://…@/nowhere
                          fix:   write it like redis://127.0.0.1:6379 or redis://127.0.0.1:6379/1""");
    }

    private String read(WorldStore store, String key) {
        return store.<String>inWorld(world, records -> new String(required(records, key), UTF_8));
    }

    private List<String> keys(WorldStore store, String from, String to) {
        return store.<List<String>>inWorld(world, records -> keys(records, from, to, false));
    }

    private static List<String> keys(Records records, String from, String to, boolean descending) {
        var keys = new ArrayList<String>();
        records.scan(from, to, descending).forEachRemaining(entry -> keys.add(entry.getKey()));
        return keys;
    }

    private static byte[] required(Records records, String key) {
        return Optional.ofNullable(records.get(key)).orElseThrow();
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static WorldStore openAt(String location) {
        return WorldStores.open(Optional.of(location), StateMemory.shareOfHeap(), (records, bytesByKind, bytes) -> {});
    }
}
