package dev.treaty.stubs.bench.workload;

import java.util.Optional;

/**
 * {@code GET /v1/customers/cus_NNNNNN}, with a header that must match a regular expression; the response is about 250 bytes of JSON.
 *
 * @param interactions at most a million, because the ids have six digits
 */
public record CustomerWorkload(int interactions) implements Workload {

    @Override
    public String name() {
        return "customers-" + interactions;
    }

    @Override
    public String interaction(int number) {
        return """
                {
                  "type": "Synchronous/HTTP", "key": "%1$08x", "description": "a request for customer %1$d",
                  "providerStates": [{"name": "customer %1$d exists"}],
                  "request": {
                    "method": "GET", "path": "%2$s", "headers": {"Authorization": ["Bearer sk_test_1"]},
                    "matchingRules": {"header": {"Authorization": {
                      "combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_.+"}]}}}
                  },
                  "response": {
                    "status": 200, "headers": {"Content-Type": ["application/json"]},
                    "body": {"content": %3$s, "contentType": "application/json", "encoded": false},
                    "matchingRules": {"body": {"$.id": {"combine": "AND", "matchers": [{"match": "type"}]}}}
                  }
                }""".formatted(number, path(number), responseBody(number));
    }

    @Override
    public String mapping(int number) {
        return """
                {
                  "request": {
                    "method": "GET", "urlPath": "%s", "headers": {"Authorization": {"matches": "Bearer sk_test_.+"}}
                  },
                  "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "jsonBody": %s}
                }""".formatted(path(number), responseBody(number));
    }

    /** MockServer compares a header with a regular expression, too, and keeps the spelling only of a body that is a string. */
    @Override
    public Optional<String> expectation(int number) {
        return Optional.of("""
                {
                  "httpRequest": {
                    "method": "GET", "path": "%s", "headers": {"Authorization": ["Bearer sk_test_.+"]}
                  },
                  "httpResponse": {"statusCode": 200, "headers": {"Content-Type": ["application/json"]}, "body": "%s"}
                }""".formatted(path(number), responseBody(number).replace("\"", "\\\"")));
    }

    @Override
    public String request(int number) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_test_1\r\n\r\n".formatted(path(number));
    }

    @Override
    public String responseBody(int number) {
        return """
                {"address":{"city":"Oslo","country":"NO","line1":"Karl Johans gate 1"},\
                "created":%d,"email":"u%d@example.com","id":"%s",\
                "items":[{"qty":1,"sku":"A"},{"qty":2,"sku":"B"}],\
                "livemode":false,"metadata":{"n":%d,"tier":"gold"},"object":"customer"}\
                """.formatted(1_700_000_000 + number, number, id(number), number);
    }

    private static String path(int number) {
        return "/v1/customers/" + id(number);
    }

    private static String id(int number) {
        return "cus_%06d".formatted(number);
    }
}
