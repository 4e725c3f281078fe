package dev.treaty.consumer.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.recording.ScriptedServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReplyTest {

    record Book(
            int id,
            Instant published,
            Optional<String> subtitle,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags) {}

    @Test
    void members_may_be_missing_only_if_their_type_says_so_and_unknown_ones_are_ignored() {
        var reply = replyWith("{\"data\":[{\"id\":1,\"published\":\"2026-01-15T09:30:00Z\",\"shelf\":\"B\"}]}");

        assertThat(reply.list("data", Book.class))
                .containsExactly(new Book(1, Instant.parse("2026-01-15T09:30:00Z"), Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":[{\"published\":\"2026-01-15T09:30:00Z\"}]} | has no valid value at $.data[0].id",
                "{\"data\":[{\"id\":null,\"published\":\"2026-01-15T09:30:00Z\"}]} | has no valid value at $.data[0].id",
                "{\"data\":[{\"id\":1}]} | has no valid value at $.data[0].published",
                "{\"data\":[{\"id\":1,\"published\":\"secret\"}]} | has no valid value at $.data[0].published",
                "{\"data\":[null]} | has no value at $.data[0]",
                "{\"data\":{}} | has no list at $.data",
                "{} | has no list at $.data",
                "[] | has no list at $.data",
                "{\"data\":[]} {} | is not JSON",
                "<html>secret</html> | is not JSON",
                "`` | is empty"
            })
    void what_is_missing_is_named_and_nothing_is_quoted(String body, String complaint) {
        try (var server = ScriptedServer.respondingWith(body)) {
            var reply = send(server);

            assertThatThrownBy(() -> reply.list("data", Book.class))
                    .isInstanceOf(UnreadableReply.class)
                    .hasMessage("""
                            Library responded with status 200, but its body %s.
                              where: GET %s/books
                              fix:   compare the response with the contract with Library""".formatted(complaint, server.address()));
        }
    }

    @Test
    void a_tree_keeps_every_digit() {
        assertThat(replyWith("{\"price\":1.10}").json().path("price").decimalValue())
                .isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void one_member_or_the_whole_body_can_be_read() {
        var body = "{\"id\":1,\"published\":\"2026-01-15T09:30:00Z\",\"tags\":[\"a\"]}";

        assertThat(replyWith(body).read(Book.class).tags()).containsExactly("a");
        assertThat(replyWith("{\"data\":" + body + "}").read("data", Book.class).id())
                .isEqualTo(1);
        assertThat(replyWith("[" + body + "]").list(Book.class)).hasSize(1);
    }

    @Test
    void a_body_that_may_be_anything_is_json_or_empty() {
        assertThat(replyWith("<html>").jsonIfAny()).isEmpty();
        assertThat(replyWith("{}").jsonIfAny()).isPresent();
    }

    @Test
    void what_is_written_leaves_out_what_is_empty_and_has_times_in_iso_8601() {
        var book = new Book(1, Instant.parse("2026-01-15T09:30:00Z"), Optional.empty(), List.of());

        assertThat(new String(Json.write(book), UTF_8))
                .isEqualTo("{\"id\":1,\"published\":\"2026-01-15T09:30:00Z\",\"tags\":[]}");
    }

    private static HttpReply replyWith(String body) {
        try (var server = ScriptedServer.respondingWith(body)) {
            return send(server);
        }
    }

    private static HttpReply send(ScriptedServer server) {
        return new HttpApi(
                        "Library",
                        server.address(),
                        Map.of(),
                        new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20)))
                .send(HttpCall.get("/books"));
    }
}
