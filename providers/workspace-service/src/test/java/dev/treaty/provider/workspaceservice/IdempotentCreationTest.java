package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.service.http.IdempotencyKey;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import dev.treaty.provider.workspaceservice.workspaces.IdempotentCreations;
import dev.treaty.provider.workspaceservice.workspaces.Workspaces;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotentCreationTest {

    private final TestUser ada = TestPlatform.newUser();

    @Test
    void the_same_request_has_the_same_response_whatever_happened_meanwhile() {
        var first = ada.create("Harvest", "key-1");
        ada.rename(first.path("id"), "*", "Vintage");

        var again = ada.create("Harvest", "key-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(workspaces()).hasSize(1);

        ada.delete(first.path("id"), "*");
        assertThat(ada.create("Harvest", "key-1").asString()).isEqualTo(first.asString());
        assertThat(workspaces()).isEmpty();
    }

    @Test
    void a_different_request_with_a_used_key_is_refused() {
        ada.create("Harvest", "key-1");

        ada.create("Orchard", "key-1")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://treaty.dev/problems/idempotency-key-reused"));
        assertThat(workspaces()).hasSize(1);
    }

    @Test
    void a_refused_request_does_not_use_up_its_key() {
        var taken = ada.created("Harvest");
        assertThat(ada.create("Harvest", "key-1").statusCode()).isEqualTo(409);

        ada.delete(taken, "*");

        assertThat(ada.create("Harvest", "key-1").statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_belongs_to_its_caller() {
        var grace = TestPlatform.newUser();

        var hers = ada.create("Harvest", "key-1");
        var other = grace.create("Harvest", "key-1");

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("id")).isNotEqualTo(hers.path("id"));
    }

    @Test
    void simultaneous_requests_create_one_workspace() throws Exception {
        var callers = Executors.newFixedThreadPool(8);
        try {
            var requests = IntStream.range(0, 8)
                    .<Callable<Response>>mapToObj(number -> () -> ada.create("Harvest", "key-1"))
                    .toList();
            for (var answer : callers.invokeAll(requests)) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().<String>path("id"))
                        .isEqualTo(workspaces().get(0));
            }
        } finally {
            callers.shutdown();
        }
        assertThat(workspaces()).hasSize(1);
    }

    @Test
    void a_creation_needs_a_key() {
        var request = ada.request().contentType("application/json").body("{\"name\":\"Harvest\"}");

        request.post("/workspaces")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/idempotency-key-missing"));
        request.header("Idempotency-Key", "has a blank")
                .post("/workspaces")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/invalid-header"));
    }

    @Test
    void several_keys_are_not_a_key() {
        ada.request()
                .header("Idempotency-Key", "key-1", "key-2")
                .contentType("application/json")
                .body("{\"name\":\"Harvest\"}")
                .post("/workspaces")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/invalid-header"));
    }

    /** Callers who never come back leave keys, too. */
    @Test
    void keys_are_forgotten_after_a_day() {
        var clock = ManualClock.now();
        try (var database = WorkspaceDatabases.open()) {
            var workspaces = new Workspaces(database.jdbi(), clock);
            var caller = new Caller("usr_42", Optional.empty());
            var key = IdempotencyKey.of("key-1");
            var first = workspaces.create(caller, key, "Harvest");
            clock.advance(IdempotentCreations.RETENTION.plusSeconds(1));

            assertThat(workspaces.create(caller, key, "Orchard").id()).isNotEqualTo(first.id());

            workspaces.create(new Caller("usr_7", Optional.empty()), key, "Harvest");
            clock.advance(IdempotentCreations.RETENTION.minusSeconds(1));
            workspaces.create(caller, IdempotencyKey.of("key-2"), "Vintage");
            clock.advance(Duration.ofSeconds(2));
            database.jdbi().useHandle(handle -> IdempotentCreations.deleteExpired(handle, clock.instant()));
            List<String> left = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT key FROM creation")
                            .mapTo(String.class)
                            .list());
            assertThat(left).containsExactly("key-2");
        }
    }

    private List<String> workspaces() {
        return ada.request().get("/workspaces").jsonPath().getList("items.id");
    }
}
