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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read if their client and the contract disagree, word for word. */
class MismatchReportTest {

    private static final String PAYMENT = """
            {"method": "POST", "path": "/v1/payments",
             "headers": {"Content-Type": ["application/json"], "Authorization": ["Bearer sk_test_42"]},
             "body": {"content": {"amount": 2000, "currency": "eur"}, "contentType": "application/json", "encoded": false},
             "matchingRules": {
               "header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_\\\\w+"}]}},
               "body": {"$.amount": {"combine": "AND", "matchers": [{"match": "integer"}]}}}}""";

    private static final String CONTRACT = pact(
            "billing",
            "stripe",
            http(
                    "a request to create a payment",
                    "[{\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_42\"}}]",
                    PAYMENT,
                    text("paid")),
            get("/v1/charges", "charges"),
            get("/v1/charges/ch_1", "a charge"));

    @TempDir
    Path folder;

    @Test
    void a_mismatch_is_reported_with_the_nearest_interaction_and_every_difference() {
        var request = Request.post(
                "/stripe/v1/payments",
                "application/json",
                "{\"amount\": \"many\", \"currency\": \"usd\", \"note\": \"x\"}");

        assertThat(report(request, CONTRACT)).isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/no-matching-interaction",
                  "title" : "No interaction matches the request",
                  "status" : 404,
                  "detail" : "No interaction of stripe matches POST /v1/payments.\\n  where: the nearest is \\"a request to create a payment\\", given a customer exists {\\"id\\":\\"cus_42\\"} (1.json)\\n  fix:   send what the contract says (each candidate below lists the differences), or record an interaction for it",
                  "provider" : "stripe",
                  "candidates" : [ {
                    "description" : "a request to create a payment",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_42\\"}" ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ "the header Authorization is missing", "body $ has note, which the contract does not have", "body $.amount must be an integer, and is \\"many\\"", "body $.currency must be \\"eur\\", and is \\"usd\\"" ],
                    "sideBySide" : [ {
                      "part" : "method",
                      "expected" : "POST",
                      "received" : "POST",
                      "differs" : false
                    }, {
                      "part" : "path",
                      "expected" : "/v1/payments",
                      "received" : "/v1/payments",
                      "differs" : false
                    }, {
                      "part" : "Content-Type",
                      "expected" : "application/json",
                      "received" : "application/json",
                      "differs" : false
                    }, {
                      "part" : "Authorization",
                      "expected" : "***  (regex Bearer sk_test_\\\\w+)",
                      "received" : "-",
                      "differs" : true
                    }, {
                      "part" : "body $.amount",
                      "expected" : "2000  (integer)",
                      "received" : "\\"many\\"",
                      "differs" : true
                    }, {
                      "part" : "body $.currency",
                      "expected" : "\\"eur\\"",
                      "received" : "\\"usd\\"",
                      "differs" : true
                    }, {
                      "part" : "body $.note",
                      "expected" : "-",
                      "received" : "\\"x\\"",
                      "differs" : true
                    } ]
                  } ]
                }""");
    }

    @Test
    void an_unknown_path_is_reported_with_the_known_paths_nearest_first() {
        assertThat(report(Request.get("/stripe/v1/charge"), CONTRACT)).isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/unknown-path",
                  "title" : "No interaction has this method and path",
                  "status" : 404,
                  "detail" : "No interaction of stripe is for GET /v1/charge.\\n  where: the nearest is GET /v1/charges, \\"a GET of /v1/charges\\" (1.json)\\n  fix:   use the path of one of the candidates below, or record an interaction for this one",
                  "provider" : "stripe",
                  "candidates" : [ {
                    "description" : "a GET of /v1/charges",
                    "states" : [ ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ "the path must be \\"/v1/charges\\", and is \\"/v1/charge\\"" ],
                    "sideBySide" : [ {
                      "part" : "method",
                      "expected" : "GET",
                      "received" : "GET",
                      "differs" : false
                    }, {
                      "part" : "path",
                      "expected" : "/v1/charges",
                      "received" : "/v1/charge",
                      "differs" : true
                    } ]
                  }, {
                    "description" : "a GET of /v1/charges/ch_1",
                    "states" : [ ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ "the path must be \\"/v1/charges/ch_1\\", and is \\"/v1/charge\\"" ],
                    "sideBySide" : [ {
                      "part" : "method",
                      "expected" : "GET",
                      "received" : "GET",
                      "differs" : false
                    }, {
                      "part" : "path",
                      "expected" : "/v1/charges/ch_1",
                      "received" : "/v1/charge",
                      "differs" : true
                    } ]
                  }, {
                    "description" : "a request to create a payment",
                    "states" : [ "a customer exists {\\"id\\":\\"cus_42\\"}" ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ "the method must be POST, and is GET", "the path must be \\"/v1/payments\\", and is \\"/v1/charge\\"", "the header Authorization is missing", "the header Content-Type is missing", "there is no body, and it must be application/json" ],
                    "sideBySide" : [ {
                      "part" : "method",
                      "expected" : "POST",
                      "received" : "GET",
                      "differs" : true
                    }, {
                      "part" : "path",
                      "expected" : "/v1/payments",
                      "received" : "/v1/charge",
                      "differs" : true
                    }, {
                      "part" : "Content-Type",
                      "expected" : "application/json",
                      "received" : "-",
                      "differs" : true
                    }, {
                      "part" : "Authorization",
                      "expected" : "***  (regex Bearer sk_test_\\\\w+)",
                      "received" : "-",
                      "differs" : true
                    }, {
                      "part" : "body $.amount",
                      "expected" : "2000  (integer)",
                      "received" : "-",
                      "differs" : true
                    }, {
                      "part" : "body $.currency",
                      "expected" : "\\"eur\\"",
                      "received" : "-",
                      "differs" : true
                    } ]
                  } ],
                  "paths" : [ "GET /v1/charges", "GET /v1/charges/ch_1", "POST /v1/payments" ]
                }""");
    }

    @Test
    void an_unknown_method_on_a_known_path_is_reported() {
        assertThat(report(new Request("DELETE", "/stripe/v1/charges", List.of(), ""), CONTRACT))
                .contains("No interaction of stripe is for DELETE /v1/charges.")
                .contains("the method must be GET, and is DELETE");
    }

    @Test
    void an_unknown_provider_is_reported_with_the_known_ones() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .start()) {
            assertThat(RawHttp.send(stub.port(), Request.get("/strip/v1/charges"))
                            .text())
                    .isEqualTo("""
                    {
                      "type" : "https://treaty.dev/problems/unknown-provider",
                      "title" : "No contract has this provider",
                      "status" : 404,
                      "detail" : "No loaded contract has a provider \\"strip\\".\\n  where: the first segment of the path\\n  fix:   start the path with one of /stripe",
                      "providers" : [ {
                        "name" : "stripe",
                        "url" : "http://127.0.0.1:%d/stripe"
                      } ]
                    }""", stub.port());
        }
    }

    @Test
    void a_path_without_a_provider_is_reported() {
        assertThat(report(Request.get("/"), CONTRACT))
                .contains("\"detail\" : \"The path does not say which provider is meant.\\n");
    }

    @Test
    void a_state_that_no_matching_interaction_has_is_reported() {
        var request = Request.get("/stripe/v1/charges", "Pact-Provider-State: nothing was charged {\"id\": 1}");

        assertThat(report(request, CONTRACT)).isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/unknown-state",
                  "title" : "No matching interaction has the requested provider state",
                  "status" : 404,
                  "detail" : "None of the interactions of stripe that match GET /v1/charges has the state nothing was charged {\\"id\\":1}.\\n  where: the request's header Pact-Provider-State\\n  fix:   ask for a state that one of the candidates below has, or for none",
                  "provider" : "stripe",
                  "candidates" : [ {
                    "description" : "a GET of /v1/charges",
                    "states" : [ ],
                    "consumer" : "billing",
                    "file" : "1.json",
                    "differences" : [ "it does not have the state nothing was charged {\\"id\\":1}" ]
                  } ]
                }""");
    }

    @Test
    void at_most_three_candidates_are_listed_nearest_first() {
        var pact = pact(
                "c",
                "stripe",
                withHeaders("four", "1", "2", "3", "4"),
                withHeaders("three", "1", "2", "3"),
                withHeaders("two", "1", "2"),
                withHeaders("one", "1"));

        assertThat(report(Request.get("/stripe/x", "X-2: 2", "X-3: 3", "X-4: 4"), pact))
                .containsSubsequence(
                        "\"description\" : \"four\"", "\"description\" : \"three\"", "\"description\" : \"two\"")
                .doesNotContain("\"description\" : \"one\"");
    }

    @Test
    void an_invalid_URI_is_reported() {
        assertThat(report(Request.get("/stripe/v1/charges?limit=%zz"), CONTRACT))
                .isEqualTo("""
                {
                  "type" : "https://treaty.dev/problems/malformed-request",
                  "title" : "The request cannot be compared with a contract",
                  "status" : 404,
                  "detail" : "No contract can match this request: its path or query is not a valid URI (RFC 3986).\\n  where: GET /v1/charges of stripe\\n  fix:   send a body that matches its headers, and a valid URI (RFC 3986)",
                  "provider" : "stripe",
                  "candidates" : [ ]
                }""");
    }

    @Test
    void the_response_is_a_problem_document() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, CONTRACT)))
                .start()) {
            var response = RawHttp.send(stub.port(), Request.get("/stripe/unknown"));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.headers()).contains("Content-Type: application/problem+json");
        }
    }

    @Test
    void credentials_are_never_repeated() {
        var contract = pact("c", "stripe", http("x", """
                {"method": "POST", "path": "/login", "query": {"api_key": ["k"]},
                 "headers": {"Authorization": ["Bearer sk_test_42"], "X-Api-Key": ["expected"], "Cookie": ["session=expected"], "Content-Type": ["application/json"]},
                 "body": {"content": {"user": "expected", "password": "expected"}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_\\\\w+"}]}}}}""", text("in")));
        var request = Request.post(
                "/stripe/login?api_key=query-secret",
                "application/json",
                "{\"user\": \"body-secret echoed\", \"password\": \"body-secret\"}",
                "Authorization: Bearer live-secret",
                "X-Api-Key: header-secret",
                "Cookie: session=cookie-secret");

        assertThat(report(request, contract))
                .doesNotContain("-secret")
                .contains("the header Authorization has another value (values not shown)")
                .contains("the header X-Api-Key has another value (values not shown)")
                .contains("the query parameter api_key has another value (values not shown)")
                .contains("the cookies must include session, and are session")
                .contains("body $.password has another value (values not shown)")
                .contains("body $.user must be \\\"expected\\\", and is \\\"*** echoed\\\"");
    }

    @Test
    void credentials_in_a_form_are_never_repeated() {
        var contract = pact("c", "stripe", http("x", """
                {"method": "POST", "path": "/token", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"content": "client_secret=expected&scope=expected", "contentType": "application/x-www-form-urlencoded", "encoded": false}}""", text("in")));
        var request = Request.post(
                "/stripe/token", "application/x-www-form-urlencoded", "client_secret=form%2Dsecret&scope=form-secret");

        assertThat(report(request, contract)).doesNotContain("form-secret").doesNotContain("form%2Dsecret");
    }

    private static String withHeaders(String description, String... numbers) {
        var headers = Arrays.stream(numbers)
                .map(number -> "\"X-%s\": [\"%s\"]".formatted(number, number))
                .toList();
        return http(
                description,
                "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {%s}}".formatted(String.join(", ", headers)),
                text(description));
    }

    private String report(Request request, String pact) {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pact)))
                .start()) {
            return RawHttp.send(stub.port(), request).text();
        }
    }
}
