package dev.treaty.stubs.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code POST /v1/payment_intents}: a form of 20 fields; three must match a regular expression, the others must be equal. All
 * interactions have the same path and differ in {@code metadata[order_id]}, which must be equal.
 *
 * @param interactions at most a million, because the ids have six digits
 */
public record PaymentWorkload(int interactions) implements Workload {

    private static final Map<String, String> MATCHED =
            Map.of("amount", "[0-9]+", "receipt_email", ".+@.+", "metadata[customer_number]", "K-[0-9]+");

    @Override
    public String name() {
        return "payments-" + interactions;
    }

    @Override
    public String interaction(int number) {
        var rules = MATCHED.entrySet().stream()
                .map(field -> """
                        "$['%s']": {"combine": "AND", "matchers": [{"match": "regex", "regex": "%s"}]}\
                        """.formatted(field.getKey(), field.getValue()))
                .collect(joining(",\n      "));
        return """
                {
                  "type": "Synchronous/HTTP", "key": "%1$08x", "description": "a request to pay for order %1$d",
                  "providerStates": [{"name": "order %1$d is open"}],
                  "request": {
                    "method": "POST", "path": "/v1/payment_intents",
                    "headers": {
                      "Authorization": ["Bearer sk_test_1"], "Content-Type": ["application/x-www-form-urlencoded"]
                    },
                    "body": {
                      "content": "%2$s", "contentType": "application/x-www-form-urlencoded", "encoded": false
                    },
                    "matchingRules": {
                      "header": {"Authorization": {
                        "combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer sk_test_.+"}]}},
                      "body": {
                        %3$s
                      }
                    }
                  },
                  "response": {
                    "status": 200, "headers": {"Content-Type": ["application/json"]},
                    "body": {"content": %4$s, "contentType": "application/json", "encoded": false}
                  }
                }""".formatted(number, form(fields(number, 2_000)), rules, responseBody(number));
    }

    @Override
    public String mapping(int number) {
        var parameters = fields(number, 2_000).entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), pattern(field)))
                .collect(joining(",\n      "));
        return """
                {
                  "request": {
                    "method": "POST", "urlPath": "/v1/payment_intents",
                    "headers": {
                      "Authorization": {"matches": "Bearer sk_test_.+"},
                      "Content-Type": {"equalTo": "application/x-www-form-urlencoded"}
                    },
                    "formParameters": {
                      %s
                    }
                  },
                  "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "jsonBody": %s}
                }""".formatted(parameters, responseBody(number));
    }

    /** Values that only have to match are not those in the contract. */
    @Override
    public String request(int number) {
        var form = form(fields(number, 1_000 + number));
        return """
                POST /v1/payment_intents HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer sk_test_1\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(form.length(), form);
    }

    @Override
    public String responseBody(int number) {
        return """
                {"amount":2000,"capture_method":"automatic","client_secret":"pi_%1$06d_secret_1",\
                "created":%2$d,"currency":"eur","customer":"cus_42","id":"pi_%1$06d",\
                "livemode":false,"metadata":{"customer_number":"K-1042","order_id":"order-%1$06d"},\
                "object":"payment_intent","payment_method":"pm_card_visa","status":"succeeded"}\
                """.formatted(number, 1_700_000_000 + number);
    }

    private static Map<String, String> fields(int number, int matched) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("amount", String.valueOf(matched));
        fields.put("currency", "eur");
        fields.put("customer", "cus_42");
        fields.put("payment_method", "pm_card_visa");
        fields.put("payment_method_types[0]", "card");
        fields.put("capture_method", "automatic");
        fields.put("confirm", "true");
        fields.put("off_session", "false");
        fields.put("setup_future_usage", "on_session");
        fields.put("description", "Collection of household waste, second quarter");
        fields.put("statement_descriptor_suffix", "WASTE Q2");
        fields.put("receipt_email", "erika%d@example.org".formatted(matched));
        fields.put("metadata[customer_number]", "K-%d".formatted(matched));
        fields.put("metadata[order_id]", "order-%06d".formatted(number));
        fields.put("shipping[name]", "Erika Mustermann");
        fields.put("shipping[address][line1]", "Heidestraße 17");
        fields.put("shipping[address][postal_code]", "51147");
        fields.put("shipping[address][city]", "Köln");
        fields.put("shipping[address][country]", "DE");
        fields.put("expand[0]", "latest_charge");
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String pattern(Map.Entry<String, String> field) {
        var expression = MATCHED.get(field.getKey());
        return expression == null
                ? "{\"equalTo\": \"%s\"}".formatted(field.getValue())
                : "{\"matches\": \"%s\"}".formatted(expression);
    }
}
