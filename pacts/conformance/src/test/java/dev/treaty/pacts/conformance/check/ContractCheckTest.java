package dev.treaty.pacts.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.conformance.document.OpenApi;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules, in a document that is made for them. */
class ContractCheckTest {

    /** Of OpenAPI 3.1, which says with a list of types what 3.0 says with {@code nullable}. */
    private static final String ORDERS = """
            {"openapi": "3.1.0", "servers": [{"url": "https://shop.example/api"}],
             "paths": {
              "/orders": {"post": {
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewOrder"}}}},
                "responses": {
                  "201": {"headers": {"X-Remaining": {"schema": {"type": "integer"}}},
                          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
                  "default": {"content": {"application/json": {"schema": {"type": "object", "properties": {"error": {"type": "string"}}}}}}}}},
              "/orders/latest": {"get": {"responses": {"200": {"description": "the latest"}}}},
              "/orders/{id}": {"$ref": "#/components/pathItems/Order"}},
             "components": {
              "pathItems": {"Order": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                                      "get": {"responses": {"2XX": {"content": {"application/*": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}}},
              "schemas": {
              "NewOrder": {"type": "object", "required": ["item"], "properties": {"item": {"type": "string"}, "note": {"type": ["string", "null"]}}},
              "Order": {"allOf": [{"$ref": "#/components/schemas/NewOrder"},
                                  {"properties": {"id": {"type": "integer", "minimum": 1}, "labels": {"additionalProperties": {"type": "string"}},
                                                  "payment": {"oneOf": [{"properties": {"card": {"type": "string"}}, "additionalProperties": false},
                                                                        {"properties": {"iban": {"type": "string"}}, "additionalProperties": false}]}}}]}}}}
            """;

    @Test
    void what_conforms_is_fine_and_may_leave_out_what_its_consumer_does_not_read() {
        assertThat(order(
                        "{\"item\": \"tea\", \"note\": null}",
                        201,
                        "{\"id\": 7, \"note\": null, \"labels\": {\"any\": \"x\"}, \"payment\": {\"iban\": \"DE\"}}"))
                .isEmpty();
    }

    @Test
    void a_request_needs_what_is_required_and_has_nothing_else() {
        assertThat(order("{\"itm\": \"tea\"}", 201, "{}"))
                .containsExactly(
                        new Difference("request body, itm", "no such field, the nearest is item", "\"tea\""),
                        new Difference("request body, item", "required", "nothing"));
    }

    @Test
    void only_a_request_that_the_vendor_calls_wrong_may_be() {
        assertThat(order("{}", 400, "{\"error\": \"item\"}")).isEmpty();
        assertThat(order("{}", 422, "{\"error\": \"item\"}")).isEmpty();
        assertThat(order("{}", 429, "{\"error\": \"later\"}"))
                .containsExactly(new Difference("request body, item", "required", "nothing"));
    }

    @Test
    void an_error_is_compared_with_what_the_document_says_of_all_others() {
        assertThat(order("{\"item\": \"tea\"}", 503, "{\"message\": \"later\"}"))
                .containsExactly(
                        new Difference("response 503, message", "no such field, the nearest is error", "\"later\""));
    }

    @Test
    void a_success_that_the_document_does_not_name_is_a_difference() {
        assertThat(order("{\"item\": \"tea\"}", 200, "{}"))
                .containsExactly(new Difference("response status", "201, default", "200"));
    }

    @Test
    void parts_of_a_schema_are_one_and_alternatives_are_chosen_as_a_whole() {
        assertThat(order("{\"item\": \"tea\"}", 201, "{\"id\": 0, \"item\": 1, \"labels\": {\"a\": 2}}"))
                .containsExactly(
                        new Difference("response 201, id", "integer, minimum 1", "0"),
                        new Difference("response 201, item", "string", "1"),
                        new Difference("response 201, labels.a", "string", "2"));
        assertThat(order("{\"item\": \"tea\"}", 201, "{\"payment\": {\"card\": \"4\", \"iban\": \"DE\"}}"))
                .containsExactly(
                        new Difference("response 201, payment.iban", "no such field, the nearest is card", "\"DE\""));
    }

    @Test
    void a_header_counts_where_the_document_speaks_of_it() {
        var interaction = PactText.http(
                "an order",
                "{\"method\": \"POST\", \"path\": \"/api/orders\","
                        + " \"headers\": {\"Content-Type\": [\"application/json\"], \"X-Own\": [\"1\"]}, \"body\": {\"content\": {\"item\": \"tea\"}, \"contentType\": \"application/json\", \"encoded\": false}}",
                "{\"status\": 201, \"headers\": {\"x-remaining\": [\"many\"], \"X-Other\": [\"1\"]}}");

        assertThat(check(interaction))
                .containsExactly(new Difference("response 201 header, X-Remaining", "integer", "\"many\""));
    }

    @Test
    void a_path_without_parameters_comes_first_and_a_parameter_has_its_type() {
        assertThat(check(PactText.get("/api/orders/latest", "x")))
                .containsExactly(new Difference("response 200 body", "no body", "text/plain"));
        assertThat(check(PactText.get("/api/orders/seven", "x")))
                .contains(new Difference("request path, id", "integer", "\"seven\""));
        assertThat(check(PactText.get("/orders/7", "x")))
                .containsExactly(
                        new Difference("request path", "no such path, the nearest is /api/orders", "/orders/7"));
    }

    private static List<Difference> order(String body, int status, String answer) {
        return check(PactText.http(
                "an order",
                "{\"method\": \"POST\", \"path\": \"/api/orders\", \"headers\": {\"Content-Type\": [\"application/json\"]}, \"body\": {\"content\": %s, \"contentType\": \"application/json\", \"encoded\": false}}"
                        .formatted(body),
                "{\"status\": %d, \"headers\": {\"Content-Type\": [\"application/json\"]}, \"body\": {\"content\": %s, \"contentType\": \"application/json\", \"encoded\": false}}"
                        .formatted(status, answer)));
    }

    private static List<Difference> check(String interaction) {
        try {
            var api = new OpenApi(new ObjectMapper().readTree(ORDERS));
            var contract = PactFile.parse(Path.of("web-shop.json"), PactText.pact("web", "shop", interaction));
            return new ContractCheck(List.of(api)).check(contract).get(0).differences();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
