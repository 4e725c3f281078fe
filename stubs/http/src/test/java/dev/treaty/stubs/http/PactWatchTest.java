package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is watched over its contracts' files. */
class PactWatchTest {

    @TempDir
    Path folder;

    @Test
    void an_edit_is_live_and_told() throws Exception {
        write("before");
        var told = new LinkedBlockingQueue<PactChanges>();
        var source = source();
        try (var stub = server(source)) {
            stub.watch(source, told::add);
            write("after");

            assertThat(told.take().read()).extracting(PactFile::consumer).containsExactly("web");
            assertThat(answer(stub)).isEqualTo("after");
        }
    }

    @Test
    void nothing_in_flight_breaks_while_the_file_is_edited_also_badly() throws Exception {
        write("0");
        var told = new LinkedBlockingQueue<PactChanges>();
        var seen = ConcurrentHashMap.<String>newKeySet();
        var over = new AtomicBoolean();
        var asking = Executors.newFixedThreadPool(8);
        var source = source();
        try (var stub = server(source)) {
            stub.watch(source, told::add);
            var asked = new ArrayList<Future<?>>();
            for (var i = 0; i < 8; i++) {
                asked.add(asking.submit(() -> ask(stub, seen, over)));
            }
            await().until(() -> seen.contains("200 0"));
            for (var version = 1; version <= 3; version++) {
                write("" + version);
                until(told, changes -> !changes.read().isEmpty());
                PactText.write(folder, "web-api.json", "{\"consumer\":");
                until(told, changes -> !changes.unreadable().isEmpty());
                var last = "200 " + version;
                await().until(() -> seen.contains(last));
            }
            over.set(true);
            for (var each : asked) {
                each.get();
            }

            assertThat(seen).containsExactlyInAnyOrder("200 0", "200 1", "200 2", "200 3");
        } finally {
            over.set(true);
            asking.shutdown();
        }
    }

    private static void until(BlockingQueue<PactChanges> told, Predicate<PactChanges> wanted)
            throws InterruptedException {
        while (!wanted.test(told.take())) {
            // an edit may be told in two parts
        }
    }

    private static void ask(ReplayServer stub, Set<String> seen, AtomicBoolean over) {
        while (!over.get()) {
            var answer = RawHttp.send(stub.port(), Request.get("/api/x"));
            seen.add(answer.status() + " " + answer.text());
        }
    }

    private void write(String answer) {
        PactText.write(folder, "web-api.json", pact("web", "api", get("/x", answer)));
    }

    private PactSource source() {
        return new PactSource(List.of(folder), any -> true);
    }

    private static ReplayServer server(PactSource source) {
        return ReplayServer.builder().pacts(source.read().readable()).start();
    }

    private static String answer(ReplayServer stub) {
        return RawHttp.send(stub.port(), Request.get("/api/x")).text();
    }
}
