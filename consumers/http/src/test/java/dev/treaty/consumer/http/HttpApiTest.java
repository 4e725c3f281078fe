package dev.treaty.consumer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Authorization", "Bearer secret-42");

    @Test
    void a_call_has_the_headers_of_all_calls_and_its_own() {
        try (var server = ScriptedServer.respondingWith("{}")) {
            var call = HttpCall.get("/books").header("Accept", "text/csv").header("X-Page", "2");

            assertThat(at(server).send(call).status()).isEqualTo(200);
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request).hasToString("GET /books");
                assertThat(request.headers())
                        .containsEntry("Accept", List.of("text/csv"))
                        .containsEntry("X-page", List.of("2"))
                        .containsEntry("Authorization", List.of("Bearer secret-42"))
                        .doesNotContainKeys("Content-type", "Upgrade");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_call_that_changes_something_may_have_a_body_of_json(String method) {
        try (var server = ScriptedServer.respondingWith("")) {
            var call = new HttpCall(method, "/books", Query.none(), Map.of(), Optional.empty());

            at(server).send(call.json(Map.of("title", "Ræv")));

            var request = server.requests().get(0);
            assertThat(request.method()).isEqualTo(method);
            assertThat(request.headers()).containsEntry("Content-type", List.of("application/json"));
            assertThat(request.body()).isEqualTo("{\"title\":\"Ræv\"}");
        }
    }

    @Test
    void a_form_is_encoded_like_a_query() {
        try (var server = ScriptedServer.respondingWith("")) {
            at(server)
                    .send(HttpCall.post("/books")
                            .form(Query.of("title", "a & b").and("year", 2026)));

            var request = server.requests().get(0);
            assertThat(request.headers()).containsEntry("Content-type", List.of("application/x-www-form-urlencoded"));
            assertThat(request.body()).isEqualTo("title=a%20%26%20b&year=2026");
        }
    }

    @Test
    void a_base_address_may_have_a_path_and_a_slash_at_its_end() {
        try (var server = ScriptedServer.respondingWith("")) {
            var api = new HttpApi("Library", URI.create(server.address() + "/v1/"), HEADERS, TIMEOUTS);

            api.send(HttpCall.get("/books").query(Query.of("limit", 5)));

            assertThat(server.requests()).singleElement().hasToString("GET /v1/books?limit=5");
        }
    }

    @Test
    void a_reply_is_returned_whatever_its_status_and_no_redirect_is_followed() {
        try (var server = ScriptedServer.sending(
                Response.of(302, "").header("Location", "/elsewhere"),
                Response.of(429, "busy").header("Retry-After", "0.4"))) {
            var redirect = at(server).send(HttpCall.get("/books"));
            var refusal = at(server).send(HttpCall.get("/books"));

            assertThat(redirect.status()).isEqualTo(302);
            assertThat(refusal.isSuccess()).isFalse();
            assertThat(refusal.header("retry-after")).contains("0.4");
            assertThat(refusal.excerpt()).isEqualTo("busy");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_secret_in_a_query_is_sent_and_not_shown() {
        try (var server = ScriptedServer.respondingWith("[]")) {
            var query = Query.of("q", "a").andSecret("access_token", "secret-42");

            var reply = at(server).send(HttpCall.get("/books").query(query));

            assertThat(server.requests()).singleElement().hasToString("GET /books?q=a&access_token=secret-42");
            assertThat(reply.where()).isEqualTo("GET %s/books?q=a&access_token=…".formatted(server.address()));
            assertThat(query).hasToString("q=a&access_token=…");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "ftp://api.example.com",
                "/v1",
                "https://user:secret-42@api.example.com",
                "https://api.example.com?key=secret-42"
            })
    void an_address_that_cannot_be_called_or_has_a_secret_is_refused_without_being_shown(String address) {
        assertThatThrownBy(() -> new HttpApi("Library", URI.create(address), HEADERS, TIMEOUTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        Library has an address that is not a plain http or https URL (not shown, because it may contain a password).
                          where: the client's settings
                          fix:   write it like https://api.example.com, without user, password and query""");
    }

    @Test
    void a_token_with_a_line_break_is_refused_without_being_shown() {
        var headers = Map.of("Authorization", "Bearer secret-42\n");

        assertThatThrownBy(() -> new HttpApi("Library", URI.create("http://127.0.0.1"), headers, TIMEOUTS))
                .hasMessage("""
                        A header has characters that cannot be sent (it is not shown, because it may be a secret).
                          where: header Authorization of a call to Library
                          fix:   check the token or key; often, a line break was copied with it""");
    }

    @Test
    void a_time_out_of_zero_is_refused() {
        assertThatThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connect PT1S, response PT0S");
    }

    private static HttpApi at(ScriptedServer server) {
        return new HttpApi("Library", server.address(), HEADERS, TIMEOUTS);
    }
}
