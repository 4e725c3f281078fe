package dev.treaty.stubs.http;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report that curl shows if nothing matches, word for word, because people read it. */
class RequestDiffTest {

    private static final String CONTRACT = pact(
            "billing",
            "stripe",
            http(
                    "a request to create a payment",
                    "[{\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_42\"}}]",
                    """
                    {"method": "POST", "path": "/v1/payments", "query": {"expand": ["card"]},
                     "headers": {"Content-Type": ["application/json"], "Authorization": ["Bearer sk_test_42"]},
                     "body": {"content": {"amount": 2000, "currency": "eur", "tags": ["a"]}, "contentType": "application/json", "encoded": false},
                     "matchingRules": {
                       "header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_\\\\w+"}]}},
                       "body": {"$.amount": {"combine": "AND", "matchers": [{"match": "integer"}]}}}}""",
                    text("paid")),
            http("a refund", """
                    {"method": "POST", "path": "/v1/refunds", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                     "body": {"content": "charge=ch_1&amount=500", "contentType": "application/x-www-form-urlencoded", "encoded": false}}""", text("refunded")));

    @TempDir
    Path folder;

    @Test
    void marks_the_lines_that_differ() {
        var request = Request.post(
                "/stripe/v1/payments?expand=none",
                "application/json",
                "{\"amount\": \"many\", \"currency\": \"eur\", \"tags\": [\"a\", \"b\"], \"note\": \"x\"}",
                "User-Agent: curl/8.5.0",
                "Accept: */*",
                "Authorization: Bearer sk_live_42");

        assertThat(send(request).text()).isEqualTo("""
                No interaction of stripe matches POST /v1/payments.
                  where: the nearest is "a request to create a payment", given a customer exists {"id":"cus_42"} (1.json)
                  fix:   send what the contract says (each candidate below lists the differences), or record an interaction for it

                  "a request to create a payment", given a customer exists {"id":"cus_42"} (1.json)
                                     expected                         received
                    method           POST                             POST
                    path             /v1/payments                     /v1/payments
                    query expand     card                             none              <<<<<
                    Content-Type     application/json                 application/json
                    Authorization    ***  (regex Bearer sk_test_\\w+)  ***               <<<<<
                    body $.amount    2000  (integer)                  "many"            <<<<<
                    body $.currency  "eur"                            "eur"
                    body $.tags[0]   "a"                              "a"
                    body $.tags[1]   -                                "b"               <<<<<
                    body $.note      -                                "x"               <<<<<
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stripe/v1/payments/PATH", "/stripe/v1/payments?PATH=1", "/stripe/v1/payments?expand=PATH"})
    void stays_readable_whatever_the_length_of_paths_names_and_values(String target) {
        var request = Request.post(
                target.replace("PATH", "start" + "x".repeat(5_000) + "end"),
                "application/json",
                "{\"" + "k".repeat(5_000) + "\": 1}",
                "User-Agent: curl/8.5.0",
                "Accept: */*");

        var text = send(request).text();

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
        assertThat(text).containsPattern("(start)?x+…x+end|startx+…");
    }

    @Test
    void names_the_form_field_that_differs() {
        var request = Request.post(
                "/stripe/v1/refunds",
                "application/x-www-form-urlencoded",
                "charge=ch_1&amount=600&reason=none",
                "Accept: text/plain");

        assertThat(send(request).text()).isEqualTo("""
                No interaction of stripe matches POST /v1/refunds.
                  where: the nearest is "a refund" (1.json)
                  fix:   send what the contract says (each candidate below lists the differences), or record an interaction for it

                  "a refund" (1.json)
                                   expected                           received
                    method         POST                               POST
                    path           /v1/refunds                        /v1/refunds
                    Content-Type   application/x-www-form-urlencoded  application/x-www-form-urlencoded
                    body $.charge  ch_1                               ch_1
                    body $.amount  500                                600                                <<<<<
                    body $.reason  -                                  none                               <<<<<
                """);
    }

    @Test
    void is_plain_text_for_people_and_a_problem_document_for_programs() {
        assertThat(send(Request.get("/stripe/v1/x", "User-Agent: curl/8.5.0", "Accept: */*"))
                        .headers())
                .contains("Content-Type: text/plain; charset=utf-8");
        assertThat(send(Request.get("/stripe/v1/x", "User-Agent: curl/8.5.0", "Accept: application/json"))
                        .headers())
                .contains("Content-Type: application/problem+json");
        assertThat(send(Request.get("/stripe/v1/x", "User-Agent: Stripe/v1 JavaBindings", "Accept: */*"))
                        .headers())
                .contains("Content-Type: application/problem+json");
    }

    private Response send(Request request) {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .start()) {
            return RawHttp.send(stub.port(), request);
        }
    }
}
