package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contracts are replaced while the server runs. */
class ContractReplacementTest {

    private static final int CLIENTS = 8;

    /** The last one brings version 1. */
    private static final int ROUNDS = 41;

    @Test
    void contracts_are_added_changed_and_removed() {
        var kept = file("kept", "p", get("/kept", "kept"));
        var old = file("changed", "p", get("/x", "old"), get("/gone", "gone"));
        try (var stub =
                ReplayServer.builder().pacts(List.of(kept, old)).listen("p", 0).start()) {
            stub.replace(List.of(kept, file("changed", "p", get("/x", "new")), file("added", "q", get("/y", "added"))));

            assertThat(text(stub, "/p/kept")).isEqualTo("kept");
            assertThat(text(stub, "/p/x")).isEqualTo("new");
            assertThat(text(stub, "/q/y")).isEqualTo("added");
            assertThat(send(stub, "/p/gone").status()).isEqualTo(404);
            assertThat(stub.url("q")).hasToString(stub.url() + "/q");
            assertThat(stub.pacts()).extracting(PactFile::consumer).containsExactly("kept", "changed", "added");
            assertThat(stub.interactions()).isEqualTo(3);

            stub.replace(List.of());

            assertThat(text(stub, "/p/kept")).contains("unknown-provider");
        }
    }

    @Test
    void edited_and_removed_mappings_stay_that_way_until_a_reset() {
        var contract = file("c", "p", get("/edited", "contract"), get("/removed", "contract"));
        try (var stub = ReplayServer.builder().pacts(List.of(contract)).start()) {
            var admin = stub.url() + "/__admin/mappings";
            var ids = given().get(admin).<List<String>>path("mappings.id");
            given().contentType("application/json")
                    .body("{\"request\": {\"urlPath\": \"/p/edited\"}, \"response\": {\"body\": \"edited\"}}")
                    .put(admin + "/" + ids.get(0));
            given().delete(admin + "/" + ids.get(1));

            stub.replace(List.of(file("c", "p", get("/edited", "again"), get("/removed", "again"))));

            assertThat(text(stub, "/p/edited")).isEqualTo("edited");
            assertThat(send(stub, "/p/removed").status()).isEqualTo(404);
            given().post(admin + "/reset");
            assertThat(text(stub, "/p/edited")).isEqualTo("again");
            assertThat(text(stub, "/p/removed")).isEqualTo("again");
        }
    }

    @Test
    void every_response_comes_from_the_old_or_the_new_contract_while_contracts_and_mappings_change() throws Exception {
        var stable = file("stable", "p", get("/stable", "stable"));
        var versions = IntStream.range(0, 4)
                .mapToObj(version ->
                        file("changing", "p", get("/x", "version " + version), get("/y", "version " + version)))
                .toList();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var done = new AtomicBoolean();
        try (var stub = ReplayServer.builder()
                .pacts(List.of(stable, versions.get(0)))
                .listen("p", 0)
                .start()) {
            var seen = ConcurrentHashMap.<String>newKeySet();
            var calls = new ArrayList<Callable<Void>>();
            for (var i = 0; i < CLIENTS; i++) {
                var path = List.of("/x", "/y", "/stable").get(i % 3);
                calls.add(() -> sendUntilDone(stub, path, seen, done));
            }
            var running = calls.stream().map(clients::submit).toList();
            for (var round = 1; round <= ROUNDS; round++) {
                stub.replace(List.of(stable, versions.get(round % versions.size())));
                assertThat(text(stub, "/p/x")).isEqualTo("version " + round % versions.size());
                addAndRemoveMapping(stub, round);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> seen.contains("200 stable") && seen.contains("200 version 1"));
            done.set(true);
            for (var each : running) {
                each.get();
            }

            assertThat(seen)
                    .contains("200 stable", "200 version 1")
                    .isSubsetOf("200 stable", "200 version 0", "200 version 1", "200 version 2", "200 version 3")
                    .hasSizeGreaterThan(2);
        } finally {
            done.set(true);
            clients.shutdown();
        }
    }

    private static Void sendUntilDone(ReplayServer stub, String path, Set<String> seen, AtomicBoolean done) {
        while (!done.get()) {
            var response = RawHttp.send(stub.url("p").getPort(), Request.get(path));
            seen.add(response.status() + " " + response.text());
        }
        return null;
    }

    /** Only every tenth time, because it takes longer than everything else. */
    private static void addAndRemoveMapping(ReplayServer stub, int round) {
        if (round % 10 == 0) {
            var admin = stub.url() + "/__admin/mappings";
            var id = given().contentType("application/json")
                    .body("{\"request\": {\"urlPath\": \"/p/added\"}, \"response\": {\"body\": \"added\"}}")
                    .post(admin)
                    .<String>path("id");
            assertThat(text(stub, "/p/added")).isEqualTo("added");
            given().delete(admin + "/" + id).then().statusCode(200);
            assertThat(send(stub, "/p/added").status()).isEqualTo(404);
        }
    }

    private static PactFile file(String consumer, String provider, String... interactions) {
        return PactFile.parse(Path.of(consumer + ".json"), pact(consumer, provider, interactions));
    }

    private static String text(ReplayServer stub, String target) {
        return send(stub, target).text();
    }

    private static Response send(ReplayServer stub, String target) {
        return RawHttp.send(stub.port(), Request.get(target));
    }
}
