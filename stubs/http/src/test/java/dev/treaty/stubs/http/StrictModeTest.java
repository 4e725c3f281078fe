package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In strict mode, the server does not silently choose among different responses. */
class StrictModeTest {

    private static final String PLAIN = "{\"method\": \"GET\", \"path\": \"/x\"}";
    private static final String EXISTS = "[{\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_1\"}}]";
    private static final String MISSING = "[{\"name\": \"no customer exists\"}]";

    @TempDir
    Path folder;

    @Test
    void a_request_with_several_different_responses_is_refused_and_they_are_listed() {
        var contract =
                pact("c", "p", http("found", EXISTS, PLAIN, text("one")), http("lost", MISSING, PLAIN, text("none")));

        var response = respond(contract);

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.headers()).contains("Content-Type: application/problem+json");
        assertThat(response.text()).isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/ambiguous-request",
                  "title" : "Several interactions match the request and respond differently",
                  "status" : 409,
                  "detail" : "2 interactions of p match GET /x, none is more specific than the others, and they respond differently.\\n  where: the first is \\"found\\", given a customer exists {\\"id\\":\\"cus_1\\"} (1.json)\\n  fix:   send the header Pact-Provider-State with one of the \\"states\\" of a candidate, or record requests that differ",
                  "provider" : "p",
                  "candidates" : [ {
                    "description" : "found",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_1\\"}" ],
                    "consumer" : "c",
                    "file" : "1.json",
                    "differences" : [ ]
                  }, {
                    "description" : "lost",
                    "states" : [ "no customer exists" ],
                    "consumer" : "c",
                    "file" : "1.json",
                    "differences" : [ ]
                  } ]
                }""");
    }

    @Test
    void the_header_chooses() {
        var contract =
                pact("c", "p", http("found", EXISTS, PLAIN, text("one")), http("lost", MISSING, PLAIN, text("none")));

        assertThat(respond(contract, "Pact-Provider-State: no customer exists").text())
                .isEqualTo("none");
        assertThat(respond(contract, "Pact-Provider-State: a customer exists {\"id\":\"cus_1\"}")
                        .text())
                .isEqualTo("one");
        assertThat(respond(contract, "Pact-Provider-State: it rains").status()).isEqualTo(404);
    }

    @Test
    void JSON_whose_members_are_in_another_order_is_not_ambiguous() {
        var contract = pact(
                "c",
                "p",
                http("found", EXISTS, PLAIN, json("{\"b\": 1, \"a\": 2}")),
                http("lost", MISSING, PLAIN, json("{\"a\": 2, \"b\": 1}")));

        assertThat(respond(contract).text()).isEqualTo("{\"b\":1,\"a\":2}");
    }

    private static String json(String body) {
        return """
                {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"contentType": "application/json", "encoded": false, "content": %s}}""".formatted(body);
    }

    @Test
    void interactions_that_respond_alike_are_not_ambiguous() {
        var contract =
                pact("c", "p", http("found", EXISTS, PLAIN, text("one")), http("lost", MISSING, PLAIN, text("one")));

        assertThat(respond(contract).text()).isEqualTo("one");
    }

    @Test
    void the_more_specific_interaction_still_wins() {
        var withHeader = "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {\"X-More\": [\"1\"]}}";
        var contract =
                pact("c", "p", http("plain", PLAIN, text("plain")), http("specific", withHeader, text("specific")));

        assertThat(respond(contract, "X-More: 1").text()).isEqualTo("specific");
        assertThat(respond(contract).text()).isEqualTo("plain");
    }

    @Test
    void interactions_of_different_files_can_be_ambiguous_too() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(
                        PactText.files(folder, pact("c", "p", get("/x", "1")), pact("d", "p", get("/x", "2")))))
                .strict(true)
                .start()) {
            var response = RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(response.status()).isEqualTo(409);
            assertThat(response.text()).contains("\"file\" : \"1.json\"", "\"file\" : \"2.json\"");
        }
    }

    private Response respond(String contract, String... headers) {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .strict(true)
                .start()) {
            return RawHttp.send(stub.port(), Request.get("/p/x", headers));
        }
    }
}
