package dev.treaty.stubs.bench.workload;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code POST /v1/customers} and, with the id of its response, {@code GET /v1/customers/…}, in turns on each connection. The contract knows
 * one customer, as large as Stripe's; a server with state creates one each time. Each API key is a world of its own.
 *
 * @param keys how many API keys are used
 */
public record CreationWorkload(int keys) implements Workload {

    private static final String ID = "cus_000000";
    private static final String FORM = "name=Erika+Mustermann&email=erika%40example.org&metadata%5Border_id%5D=6735";

    @Override
    public String name() {
        return "creation";
    }

    @Override
    public int interactions() {
        return 2;
    }

    @Override
    public String interaction(int number) {
        return """
                {
                  "type": "Synchronous/HTTP", "key": "%08x", "description": "%s",
                  "request": {
                    %s
                  },
                  "response": {
                    "status": 200, "headers": {"Content-Type": ["application/json"]},
                    "body": {"content": %s, "contentType": "application/json", "encoded": false}
                  }
                }""".formatted(
                        number,
                        number == 0 ? "a request to create a customer" : "a request for a customer",
                        number == 0 ? expectedCreation() : expectedRetrieval(),
                        responseBody(number));
    }

    private static String expectedCreation() {
        return """
                "method": "POST", "path": "/v1/customers",
                    "headers": {
                      "Authorization": ["Bearer sk_test_1"], "Content-Type": ["application/x-www-form-urlencoded"]
                    },
                    "body": {"content": "%s", "contentType": "application/x-www-form-urlencoded", "encoded": false},
                    "matchingRules": {"header": {"Authorization": {
                      "combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_.+"}]}}}""".formatted(FORM);
    }

    private static String expectedRetrieval() {
        return """
                "method": "GET", "path": "/v1/customers/%s", "headers": {"Authorization": ["Bearer sk_test_1"]},
                    "matchingRules": {"header": {"Authorization": {
                      "combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_.+"}]}}}""".formatted(ID);
    }

    @Override
    public String mapping(int number) {
        return """
                {
                  "request": {
                    "method": "%s", "urlPath": "%s", "headers": {"Authorization": {"matches": "Bearer sk_test_.+"}}
                  },
                  "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "jsonBody": %s}
                }""".formatted(
                        number == 0 ? "POST" : "GET",
                        number == 0 ? "/v1/customers" : "/v1/customers/" + ID,
                        responseBody(number));
    }

    @Override
    public String request(int number) {
        return number == 0 ? creation(1) : retrieval(1, ID);
    }

    private static String creation(int key) {
        return """
                POST /v1/customers HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer sk_test_%d\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(key, FORM.length(), FORM);
    }

    private static String retrieval(int key, String id) {
        return "GET /v1/customers/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_test_%d\r\n\r\n"
                .formatted(id, key);
    }

    @Override
    public String responseBody(int number) {
        return """
                {"address":null,"balance":0,"created":1700000000,"currency":null,"default_source":null,"delinquent":false,\
                "description":null,"discount":null,"email":"erika@example.org","id":"%s","invoice_prefix":"0A1B2C3D",\
                "invoice_settings":{"custom_fields":null,"default_payment_method":null,"footer":null,\
                "rendering_options":null},"livemode":false,"metadata":{"order_id":"6735"},"name":"Erika Mustermann",\
                "next_invoice_sequence":1,"object":"customer","phone":null,"preferred_locales":[],"shipping":null,\
                "tax_exempt":"none","test_clock":null}\
                """.formatted(ID);
    }

    /** One creation for each key. */
    @Override
    public List<ExpectedResponse> responses() {
        return IntStream.range(0, keys)
                .mapToObj(key -> ExpectedResponse.toCreation(creation(key), id -> retrieval(key, id)))
                .toList();
    }
}
