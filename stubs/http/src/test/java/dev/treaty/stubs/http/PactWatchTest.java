package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that follows changes to its contract files. */
class PactWatchTest {

    private static final int CLIENTS = 4;
    private static final int PAUSE_NANOS = 2_000_000;

    @TempDir
    Path folder;

    @Test
    void an_edit_takes_effect_and_is_reported() throws Exception {
        write("before");
        var reported = new LinkedBlockingQueue<PactChanges>();
        var source = source();
        try (var stub = server(source)) {
            stub.watch(source, reported::add);
            write("after");

            assertThat(reported.take().read()).extracting(PactFile::consumer).containsExactly("web");
            assertThat(text(stub)).isEqualTo("after");
        }
    }

    @Test
    void requests_in_flight_succeed_while_the_file_is_edited_and_broken() throws Exception {
        write("0");
        var reported = new LinkedBlockingQueue<PactChanges>();
        var seen = ConcurrentHashMap.<String>newKeySet();
        var done = new AtomicBoolean();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var source = source();
        try (var stub = server(source)) {
            stub.watch(source, reported::add);
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> sendUntilDone(stub, seen, done)));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> seen.contains("200 0"));
            for (var version = 1; version <= 3; version++) {
                write("" + version);
                until(reported, changes -> !changes.read().isEmpty());
                PactText.write(folder, "web-api.json", "{\"consumer\":");
                until(reported, changes -> !changes.unreadable().isEmpty());
                var last = "200 " + version;
                await().atMost(Duration.ofSeconds(30)).until(() -> seen.contains(last));
            }
            done.set(true);
            for (var each : running) {
                each.get();
            }

            assertThat(seen).containsExactlyInAnyOrder("200 0", "200 1", "200 2", "200 3");
        } finally {
            done.set(true);
            clients.shutdown();
        }
    }

    /** Thousands of files take seconds to read; the next change must not wait for a multiple of that. */
    @Test
    void a_change_is_noticed_soon_after_one_that_took_long_to_read() throws Exception {
        var first = Duration.ofSeconds(3);
        var looks = new LinkedBlockingQueue<Long>();
        var source = new ChangingPacts() {

            @Override
            public List<PactFile> contracts() {
                return List.of();
            }

            @Override
            public Optional<PactChanges> changes() {
                looks.add(System.nanoTime());
                if (looks.size() > 1) {
                    return Optional.empty();
                }
                await().pollDelay(first).atMost(first.multipliedBy(2)).until(() -> true);
                return Optional.of(new PactChanges(List.of(), List.of(), List.of(), List.of()));
            }
        };
        try (var stub = ReplayServer.builder().pacts(List.of()).start()) {
            stub.watch(source, changes -> {});

            await().atMost(first.multipliedBy(3)).until(() -> looks.size() > 1);
        }
    }

    private static void until(BlockingQueue<PactChanges> reported, Predicate<PactChanges> wanted)
            throws InterruptedException {
        while (!wanted.test(reported.take())) {
            // one edit may be reported in two parts
        }
    }

    private static void sendUntilDone(ReplayServer stub, Set<String> seen, AtomicBoolean done) {
        while (!done.get()) {
            var response = RawHttp.send(stub.port(), Request.get("/api/x"));
            seen.add(response.status() + " " + response.text());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void write(String body) {
        PactText.write(folder, "web-api.json", pact("web", "api", get("/x", body)));
    }

    private PactSource source() {
        return new PactSource(List.of(folder), any -> true);
    }

    private static ReplayServer server(PactSource source) {
        return ReplayServer.builder().pacts(source.read().readable()).start();
    }

    private static String text(ReplayServer stub) {
        return RawHttp.send(stub.port(), Request.get("/api/x")).text();
    }
}
