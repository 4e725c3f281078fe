package dev.treaty.provider.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.service.states.ProviderStates;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServiceTest {

    private final AtomicBoolean neighbourIsUp = new AtomicBoolean(true);
    private final HttpService service = start(ServiceOptions.embedded());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void keeps_the_callers_request_id() {
        RestAssured.given()
                .header("X-Request-Id", "req-00000042")
                .get(service.url() + "/books/42")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "req-00000042");
    }

    @Test
    void replaces_an_invalid_request_id() {
        RestAssured.given()
                .header("X-Request-Id", "no id, but a sentence")
                .get(service.url() + "/books/42")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void responds_to_a_refused_request_with_a_problem_document() {
        get("/books/404")
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("type", equalTo("https://treaty.dev/problems/book-not-found"))
                .body("title", equalTo("There is no such book."))
                .body("shelf", equalTo(7));
    }

    @Test
    void shows_nothing_of_an_unexpected_failure() {
        get("/books/bad")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/internal-error"))
                .body(not(containsString("the shelf fell over")));
    }

    @Test
    void refuses_unknown_paths_and_methods() {
        get("/nowhere").statusCode(404).contentType("application/problem+json");
        RestAssured.delete(service.url() + "/books/42").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void is_ready_only_while_what_it_needs_is_up() {
        get("/health/live").statusCode(200);
        get("/health/ready").statusCode(200);

        neighbourIsUp.set(false);

        get("/health/live").statusCode(200);
        get("/health/ready").statusCode(503).body("missing", equalTo(List.of("neighbour")));
    }

    @Test
    void counts_requests_by_route_and_status() {
        get("/books/42");
        get("/books/43");

        get("/metrics").statusCode(200).body(containsString("http_server_requests_seconds_count"));
        assertThat(RestAssured.get(service.url() + "/metrics").asString().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("route=\"/books/{id}\"")
                        && line.contains("status=\"200\"")
                        && line.endsWith(" 2"));
    }

    @Test
    void offers_provider_states_only_when_switched_on() {
        var change = Map.of("state", "a book exists", "params", Map.of("id", 42), "action", "setup");

        RestAssured.given()
                .body(change)
                .post(service.url() + "/provider-states")
                .then()
                .statusCode(404);
        try (var verified = start(ServiceOptions.embedded().withProviderStates())) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(change)
                    .post(verified.url() + "/provider-states")
                    .then()
                    .statusCode(200)
                    .body("entered", equalTo("a book exists"));
        }
    }

    private ValidatableResponse get(String path) {
        return RestAssured.get(service.url() + path).then();
    }

    private HttpService start(ServiceOptions options) {
        return HttpService.named("library", options)
                .needs(ReadinessCheck.of("neighbour", neighbourIsUp::get))
                .providerStates(new EchoedStates())
                .routes(routes -> routes.get("/books/{id}", context -> {
                    switch (context.pathParam("id")) {
                        case "404" ->
                            throw new Problem(404, "book-not-found", "There is no such book.")
                                    .with("shelf", 7)
                                    .withHeader("Retry-After", "30");
                        case "bad" -> throw new IllegalStateException("the shelf fell over");
                        default -> context.json(Map.of("id", context.pathParam("id")));
                    }
                }))
                .start();
    }

    private static final class EchoedStates implements ProviderStates {

        @Override
        public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
            return Map.of("entered", state);
        }

        @Override
        public void leave(String state, Map<String, @Nullable Object> parameters) {}
    }
}
