package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A request that is repeated starts no second clone. */
@ResourceLock(TestCloner.ENVIRONMENTS)
@Execution(ExecutionMode.SAME_THREAD)
class IdempotencyTest {

    /** One that copies already, so that those of the tests wait. */
    @BeforeEach
    void enter() {
        TestCloner.enter("a clone is copying", Map.of("source", "production", "target", "rehearsal"));
    }

    @AfterEach
    void leave() {
        TestCloner.leave();
    }

    @Test
    void the_same_request_with_the_same_key_is_the_same_clone() {
        var first = TestCloner.clone(CloneBody.usual(), "key-1");
        var again = TestCloner.clone(CloneBody.usual(), "key-1");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo("/clones/" + first.path("id"));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void what_a_request_leaves_out_is_what_it_means() {
        var first = TestCloner.clone(CloneBody.usual(), "key-2");

        assertThat(TestCloner.clone(CloneBody.without("backup"), "key-2").<String>path("id"))
                .isEqualTo(first.path("id"));
    }

    @Test
    void another_request_with_a_used_key_is_refused() {
        TestCloner.clone(CloneBody.usual(), "key-3");

        TestCloner.clone(CloneBody.with("validate", false), "key-3")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://treaty.dev/problems/idempotency-key-reused"));
    }

    @Test
    void a_refused_request_does_not_use_up_its_key() {
        assertThat(TestCloner.clone(CloneBody.with("target", "production"), "key-4")
                        .statusCode())
                .isEqualTo(403);

        assertThat(TestCloner.clone(CloneBody.usual(), "key-4").statusCode()).isEqualTo(202);
    }

    @Test
    void a_clone_needs_a_key() {
        TestCloner.as("operator")
                .contentType("application/json")
                .body(CloneBody.usual())
                .post("/clones")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/idempotency-key-missing"));
    }

    @Test
    void simultaneous_requests_start_one_clone() throws Exception {
        var callers = Executors.newFixedThreadPool(8);
        try {
            var requests = IntStream.range(0, 8)
                    .<Callable<Response>>mapToObj(number -> () -> TestCloner.clone(CloneBody.usual(), "key-5"))
                    .toList();
            var ids = callers.invokeAll(requests).stream()
                    .map(answer -> {
                        try {
                            assertThat(answer.get().statusCode())
                                    .as(answer.get().asString())
                                    .isEqualTo(202);
                            return answer.get().<String>path("id");
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(ids.stream().distinct()).hasSize(1);
        } finally {
            callers.shutdown();
        }
    }
}
