package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.matching.interaction.Message;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's messages, at {@code /__messages}. */
class MessageEndpointTest {

    private static final String CONTRACT = pact(
            "billing",
            "stripe",
            message("a payment has succeeded", "cus_1", "one"),
            message("a payment has succeeded", "cus_2", "two"),
            message("a charge was refunded", "cus_1", "refunded"));

    @TempDir
    Path folder;

    @Test
    void a_message_has_the_contents_media_type_and_metadata_of_its_contract() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .listen("stripe", 0)
                .start()) {
            for (var response : List.of(
                    send(stub.port(), "/stripe/__messages", "{\"description\": \"a charge was refunded\"}"),
                    send(
                            stub.url("stripe").getPort(),
                            "/__messages",
                            "{\"description\": \"a charge was refunded\"}"))) {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text()).isEqualTo("{\"id\":\"refunded\"}");
                assertThat(response.headers()).contains("Content-Type: application/json");
                assertThat(metadata(response)).isEqualTo("{\"topic\":\"events\",\"partition\":3}");
            }
        }
    }

    @Test
    void the_states_in_the_request_body_choose_the_message() {
        assertThat(send("{\"description\": \"a payment has succeeded\"}").text())
                .isEqualTo("{\"id\":\"one\"}");
        assertThat(send("""
                        {"description": "a payment has succeeded",
                         "providerStates": [{"name": "a customer exists", "params": {"id": "cus_2"}}]}""").text()).isEqualTo("{\"id\":\"two\"}");
    }

    @Test
    void the_provider_state_header_chooses_the_message_too() {
        assertThat(send(
                                "{\"description\": \"a payment has succeeded\"}",
                                "Pact-Provider-State: a customer exists {\"id\":\"cus_2\"}")
                        .text())
                .isEqualTo("{\"id\":\"two\"}");
    }

    @Test
    void a_provider_stub_completes_the_messages_of_its_provider() {
        var signing = new ProviderStub() {
            @Override
            public String provider() {
                return "stripe";
            }

            @Override
            public Message complete(Message message) {
                return message.withMetadata("signature", "signed " + new String(message.contents(), UTF_8))
                        .withContents("{\"fresh\":true}".getBytes(UTF_8));
            }
        };
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(
                        PactText.files(folder, CONTRACT, pact("x", "other", message("m", "cus_1", "plain")))))
                .providerStubs(List.of(signing))
                .start()) {
            var signed = send(stub.port(), "/stripe/__messages", "{\"description\": \"a charge was refunded\"}");
            var other = send(stub.port(), "/other/__messages", "{\"description\": \"m\"}");

            assertThat(metadata(signed))
                    .isEqualTo(
                            "{\"topic\":\"events\",\"partition\":3,\"signature\":\"signed {\\\"id\\\":\\\"refunded\\\"}\"}");
            assertThat(signed.text()).isEqualTo("{\"fresh\":true}");
            assertThat(other.text()).isEqualTo("{\"id\":\"plain\"}");
            assertThat(metadata(other)).doesNotContain("signature");
        }
    }

    @Test
    void generators_produce_a_fresh_message_each_time() {
        var contract = pact("c", "stripe", """
                {"type": "Asynchronous/Messages", "description": "m",
                 "contents": {"content": {"id": "example"}, "contentType": "application/json", "encoded": false},
                 "generators": {"body": {"$.id": {"type": "Uuid"}}}}""");
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            var body = "{\"description\": \"m\"}";
            var one = send(stub.port(), "/stripe/__messages", body).text();
            var other = send(stub.port(), "/stripe/__messages", body).text();

            assertThat(one).matches("\\{\"id\":\"[0-9a-f-]{36}\"}").isNotEqualTo(other);
        }
    }

    @Test
    void messages_of_a_V3_contract_are_served_too() {
        var contract = """
                {"consumer": {"name": "c"}, "provider": {"name": "stripe"},
                 "messages": [{"description": "m", "contents": {"id": 1}, "metaData": {"contentType": "application/json"}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""";
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .start()) {
            assertThat(send(stub.port(), "/stripe/__messages", "{\"description\": \"m\"}")
                            .text())
                    .isEqualTo("{\"id\":1}");
        }
    }

    @Test
    void an_unknown_description_is_reported_with_the_nearest_ones() {
        assertThat(send("{\"description\": \"a charge was refundet\"}").text()).isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/unknown-message",
                  "title" : "No message has this description",
                  "status" : 404,
                  "detail" : "stripe has no message \\"a charge was refundet\\".\\n  where: the nearest is \\"a charge was refunded\\", given a customer exists {\\"id\\":\\"cus_1\\"} (1.json)\\n  fix:   use the description of one of the candidates below, or record the message",
                  "provider" : "stripe",
                  "candidates" : [ {
                    "description" : "a charge was refunded",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_1\\"}" ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ ]
                  }, {
                    "description" : "a payment has succeeded",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_1\\"}" ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ ]
                  }, {
                    "description" : "a payment has succeeded",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_2\\"}" ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ ]
                  } ]
                }""");
    }

    @Test
    void a_state_that_the_message_does_not_have_is_reported() {
        var response = send("""
                {"description": "a charge was refunded", "providerStates": [{"name": "a customer exists", "params": {"id": "cus_2"}}]}""");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text())
                .contains("\"type\" : \"https://treaty.dev/problems/unknown-state\"")
                .contains(
                        "The message \\\"a charge was refunded\\\" of stripe never has the state a customer exists {\\\"id\\\":\\\"cus_2\\\"}.");
    }

    @Test
    void a_body_that_does_not_name_a_message_is_reported() {
        assertThat(send("no JSON").text()).contains("The body does not say which message of stripe is wanted.");
        assertThat(send("{}").text()).contains("The body does not say which message of stripe is wanted.");
    }

    private static String message(String description, String customer, String id) {
        return """
                {"type": "Asynchronous/Messages", "description": "%s",
                 "providerStates": [{"name": "a customer exists", "params": {"id": "%s"}}],
                 "contents": {"content": {"id": "%s"}, "contentType": "application/json", "encoded": false},
                 "metadata": {"topic": "events", "partition": 3}}""".formatted(description, customer, id);
    }

    private Response send(String body, String... headers) {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .start()) {
            return send(stub.port(), "/stripe/__messages", body, headers);
        }
    }

    private static Response send(int port, String target, String body, String... headers) {
        return RawHttp.send(port, Request.post(target, "application/json", body, headers));
    }

    private static String metadata(Response response) {
        var name = "Pact-Message-Metadata: ";
        return response.headers().stream()
                .filter(header -> header.startsWith(name))
                .map(header -> new String(Base64.getDecoder().decode(header.substring(name.length())), UTF_8))
                .findFirst()
                .orElse("");
    }
}
