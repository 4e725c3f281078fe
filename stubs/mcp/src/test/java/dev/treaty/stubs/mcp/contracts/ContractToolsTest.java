package dev.treaty.stubs.mcp.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.mcp.tool.ToolRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractToolsTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:8080/");

    private static final String PAYMENT = """
            {"type": "Synchronous/HTTP", "description": "a request for a payment",
             "providerStates": [{"name": "a payment exists", "params": {"id": "pi_42"}}],
             "request": {"method": "GET", "path": "/v1/payments/pi_42", "query": {"expand": ["customer"]},
                         "headers": {"Authorization": ["Bearer sk_test_42"]},
                         "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/v1/payments/pi_\\\\w+"}]},
                                           "header": {"Authorization": {"matchers": [{"match": "regex", "regex": "Bearer .+"}]}}}},
             "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                          "body": {"content": {"id": "pi_42", "amount": 2000, "client_secret": "pi_42_secret",
                                               "charges": {"data": [{"id": "ch_42"}]}},
                                   "contentType": "application/json", "encoded": false},
                          "matchingRules": {"body": {"$.amount": {"matchers": [{"match": "integer"}]},
                                                     "$.charges.data": {"matchers": [{"match": "type", "min": 1}]}}}}}""";

    private static final String CAPTURE = """
            {"type": "Synchronous/HTTP", "description": "a request to capture a payment",
             "request": {"method": "POST", "path": "/v1/payments/pi_42/capture",
                         "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                         "body": {"content": "amount_to_capture=500&metadata%5Border%5D=7",
                                  "contentType": "application/x-www-form-urlencoded", "encoded": false}},
             "response": {"status": 200}}""";

    @TempDir
    private Path folder = Path.of("");

    private WatchedContracts contracts = new WatchedContracts(List.of());

    @BeforeEach
    void write() {
        PactText.write(folder, "billing-stripe.json", PactText.pact("billing", "stripe", PAYMENT, CAPTURE));
        PactText.write(folder, "web-shop.json", PactText.pact("web", "shop", PactText.get("/orders", "none")));
        contracts = new WatchedContracts(List.of(folder));
    }

    @Test
    void contracts_are_listed_with_their_files() {
        assertThat(ToolRun.of(new ListContracts(contracts), Map.of())).isEqualTo("""
                billing -> stripe: 2 interactions, billing-stripe.json
                web -> shop: 1 interaction, web-shop.json

                2 contracts.
                """);
    }

    @Test
    void a_file_that_cannot_be_read_is_listed_with_the_reason_and_told_by_other_tools() {
        PactText.write(folder, "broken.json", "{\n  \"consumer\": {\"name\": }\n}\n");

        assertThat(ToolRun.of(new ListContracts(contracts), Map.of()))
                .contains("2 contracts.", "Cannot be read:", "broken.json, line 2, column");
        assertThat(ToolRun.of(new ListInteractions(contracts), Map.of()))
                .startsWith("Note: 1 contract file cannot be read and is left out; list_contracts says why.\n");
    }

    @Test
    void interactions_are_found_by_participant_and_text() {
        assertThat(ToolRun.of(new ListInteractions(contracts), Map.of("provider", "stripe", "text", "CAPTURE")))
                .matches("""
                        billing -> stripe: "a request to capture a payment"
                            POST /v1/payments/pi_42/capture -> 200, id [0-9a-f-]{36}

                        1 interaction\\.
                        """);
        assertThat(ToolRun.of(new ListInteractions(contracts), Map.of("text", "a payment exists")))
                .contains(", given a payment exists {\"id\":\"pi_42\"}");
        assertThat(ToolRun.of(new ListInteractions(contracts), Map.of("text", "nothing like that")))
                .isEqualTo("There is no interaction.\n");
    }

    @Test
    void many_interactions_come_in_pages() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> PactText.get("/items/" + i, "x"))
                .toArray(String[]::new);
        PactText.write(folder, "many.json", PactText.pact("web", "stock", many));

        assertThat(ToolRun.of(new ListInteractions(contracts), Map.of("provider", "stock")))
                .endsWith("1 to 40 of 50 interactions; 10 more from page 2 on.\n");
    }

    @Test
    void a_participant_that_no_contract_has_gets_a_suggestion() {
        assertThatThrownBy(() -> ToolRun.of(new ListInteractions(contracts), Map.of("provider", "strip")))
                .hasMessage("""
                        No contract has a provider "strip".
                          where: the argument "provider"
                          fix:   use one of stripe, shop""");
    }

    @Test
    void an_interaction_is_shown_as_http_with_its_matchers_in_words_and_without_secrets() {
        assertThat(ToolRun.of(new ShowInteraction(contracts), Map.of("interaction", "a request for a payment")))
                .contains(
                        "in billing-stripe.json",
                        """
                        GET /v1/payments/pi_42?expand=customer
                        Authorization: ***
                        """,
                        """
                        What may differ from the example:
                          header Authorization: a text that matches Bearer .+
                          path: a text that matches /v1/payments/pi_\\w+
                        """,
                        """
                        200
                        Content-Type: application/json

                        {
                          "id" : "pi_42",
                          "amount" : 2000,
                          "client_secret" : "***",
                        """,
                        "  body $.amount: any whole number\n",
                        "  body $.charges.data: any value of the example's type, at least 1\n")
                .doesNotContain("sk_test_42", "pi_42_secret");
    }

    @Test
    void a_message_is_shown_with_its_matchers_too() {
        PactText.write(folder, "app-shop.json", PactText.pact("app", "shop", """
                        {"type": "Asynchronous/Messages", "description": "an order event",
                         "contents": {"content": {"total": 3}, "contentType": "application/json", "encoded": false},
                         "matchingRules": {"body": {"$.total": {"matchers": [{"match": "integer"}]}}}}"""));

        assertThat(ToolRun.of(new ShowInteraction(contracts), Map.of("interaction", "an order event")))
                .contains("Message of type application/json", "\"total\" : 3")
                .endsWith("What may differ from the example:\n  body $.total: any whole number\n");
    }

    @Test
    void an_interaction_is_found_by_its_id_too() {
        var list = ToolRun.of(new ListInteractions(contracts), Map.of("text", "/orders"));
        var id = list.replaceAll("(?s).*id (\\S+)\n.*", "$1");

        assertThat(ToolRun.of(new ShowInteraction(contracts), Map.of("interaction", id)))
                .startsWith("web -> shop: \"a GET of /orders\"");
    }

    @Test
    void an_unknown_interaction_gets_a_suggestion() {
        assertThatThrownBy(() ->
                        ToolRun.of(new ShowInteraction(contracts), Map.of("interaction", "a request for payments")))
                .hasMessage("""
                        No interaction has the id or description "a request for payments".
                          where: the argument "interaction"
                          fix:   did you mean "a request for a payment"? list_interactions has all""");
    }

    @Test
    void a_request_that_matches_gets_the_response_of_its_interaction() {
        assertThat(explain(Map.of(
                        "provider",
                        "stripe",
                        "method",
                        "get",
                        "path",
                        "/v1/payments/pi_7?expand=customer",
                        "headers",
                        Map.of("authorization", "Bearer x"))))
                .startsWith("This interaction answers:\n\nbilling -> stripe: \"a request for a payment\"")
                .contains("Its response:\n\n200\nContent-Type: application/json\n");
    }

    @Test
    void a_request_that_misses_gets_the_nearest_interaction_side_by_side_as_in_the_404() {
        assertThat(explain(Map.of(
                        "provider",
                        "stripe",
                        "method",
                        "POST",
                        "path",
                        "/v1/payments/pi_42/capture",
                        "headers",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "body",
                        "amount_to_capture=600&metadata%5Border%5D=7")))
                .startsWith("No interaction of stripe matches POST /v1/payments/pi_42/capture.\n")
                .contains("\"a request to capture a payment\"")
                .containsPattern("body \\$\\.amount_to_capture +500 +600 +<<<<<");
    }

    @Test
    void json_is_sent_as_json() {
        assertThat(explain(Map.of(
                        "provider",
                        "stripe",
                        "method",
                        "POST",
                        "path",
                        "/v1/payments/pi_42/capture",
                        "body",
                        Map.of("a", 1))))
                .containsPattern("Content-Type +application/x-www-form-urlencoded +application/json +<<<<<");
    }

    @Test
    void a_path_with_a_host_is_refused() {
        assertThatThrownBy(() -> explain(
                        Map.of("provider", "stripe", "method", "GET", "path", "https://api.stripe.com/v1/payments")))
                .hasMessageStartingWith("The path does not begin with a slash.");
    }

    private String explain(Map<String, Object> request) {
        return ToolRun.of(new ExplainRequest(contracts, SERVER), request);
    }

    @Test
    void who_depends_on_a_provider_a_path_or_a_field() {
        assertThat(depends(Map.of("provider", "stripe")))
                .startsWith("1 consumer: billing\n")
                .endsWith("2 interactions.\n");
        assertThat(depends(Map.of("provider", "stripe", "path", "/v1/payments")))
                .endsWith("2 interactions.\n");
        assertThat(depends(Map.of("provider", "stripe", "path", "/v1/payments/pi_7")))
                .contains("a request for a payment")
                .endsWith("1 interaction.\n");
        assertThat(depends(Map.of("provider", "stripe", "field", "data.id")))
                .contains("mentioned in response $.charges.data[*].id\n")
                .endsWith("1 interaction.\n");
        assertThat(depends(Map.of("provider", "stripe", "field", "metadata.order")))
                .contains("mentioned in request form field metadata[order]\n");
        assertThat(depends(Map.of("provider", "stripe", "field", "expand")))
                .contains("mentioned in request query expand\n");
        assertThat(depends(Map.of("provider", "stripe", "field", "authorization")))
                .contains("mentioned in request header Authorization\n");
        assertThat(depends(Map.of("provider", "stripe", "field", "currency")))
                .isEqualTo("No consumer depends on that, as far as these contracts say.\n");
    }

    private String depends(Map<String, Object> arguments) {
        return ToolRun.of(new WhoDepends(contracts), arguments);
    }

    @Test
    void a_change_is_compared_with_what_was_before() throws Exception {
        var before = Files.createDirectory(folder.resolve("before"));
        PactText.write(
                before,
                "billing-stripe.json",
                PactText.pact("billing", "stripe", PAYMENT.replace("\"integer\"", "\"type\"")));

        assertThat(ToolRun.of(new WhoBreaks(contracts), Map.of("before", before.toString())))
                .contains(
                        "accepts fewer answers  \"a request for a payment\"",
                        "stripe must verify 2 interactions before billing is deployed.");
    }

    @Test
    void what_is_not_shown_to_this_process_is_not_compared() {
        assertThatThrownBy(() -> ToolRun.of(new WhoBreaks(contracts), Map.of("before", "/etc")))
                .hasMessage("""
                        This file or folder is outside of the current folder.
                          where: the argument "before"
                          fix:   name a git revision, or something below the current folder""");
        assertThatThrownBy(() -> ToolRun.of(new WhoBreaks(contracts), Map.of("after", "broker:production")))
                .hasMessageStartingWith("This server asks no broker.");
    }

    @Test
    void contracts_that_are_not_in_one_folder_are_not_compared() {
        assertThatThrownBy(() -> ToolRun.of(new WhoBreaks(new WatchedContracts(List.of())), Map.of()))
                .hasMessage("""
                        Only the contracts of one folder can be compared with what git has.
                          where: the contracts in this jar
                          fix:   start treaty mcp in the repository, with --pacts and that one folder""");
    }

    @Test
    void an_interaction_is_drafted_as_a_test() {
        assertThat(ToolRun.of(
                        new DraftInteraction(),
                        Map.of(
                                "consumer", "billing",
                                "provider", "stripe",
                                "method", "POST",
                                "path", "/v1/refunds",
                                "body", Map.of("charge", "ch_42"),
                                "status", 201,
                                "response_body", Map.of("id", "re_42"),
                                "description", "a request to refund a charge",
                                "states", List.of(Map.of("name", "a charge exists", "params", Map.of("id", "ch_42"))))))
                .startsWith("consumers/billing/src/test/java/dev/treaty/consumer/billing/PostV1RefundsPactTest.java\n")
                .contains(
                        "@Pact(consumer = \"billing\", provider = \"stripe\")",
                        "given(\"a charge exists\", Map.of(\"id\", \"ch_42\"))",
                        "\"a request to refund a charge\"",
                        ".status(201)")
                .endsWith("Run it and refresh the contracts: mvn -pl pacts -am verify\n");
    }

    @Test
    void a_file_that_changes_between_two_questions_is_read_again() {
        ToolRun.of(new ListContracts(contracts), Map.of());
        PactText.write(folder, "app-shop.json", PactText.pact("app", "shop", PactText.get("/carts", "empty")));

        assertThat(ToolRun.of(new ListContracts(contracts), Map.of()))
                .contains("app -> shop: 1 interaction, app-shop.json");
    }
}
