package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Pacts for tests: interactions that follow every rule, and ways to change a single value. */
public final class ExamplePact {

    private static final String PAYMENT = """
            {
              "description": "a request to create a payment",
              "providerStates": [{"name": "a customer exists", "params": {"id": "cus_42"}}],
              "type": "Synchronous/HTTP",
              "request": {
                "method": "POST",
                "path": "/v1/payment_intents",
                "headers": {"Authorization": ["Bearer sk_test_42"]},
                "body": {
                  "contentType": "application/x-www-form-urlencoded",
                  "encoded": false,
                  "content": "currency=eur&amount=2000&metadata%5Border_id%5D=6735"
                }
              },
              "response": {
                "status": 200,
                "body": {
                  "contentType": "application/json",
                  "encoded": false,
                  "content": {"amount": 2000, "customer": "cus_42", "id": "pi_42"}
                },
                "matchingRules": {
                  "body": {"$.id": {"combine": "AND", "matchers": [{"match": "regex", "regex": "pi_.+"}]}}
                }
              }
            }
            """;

    private static final String MESSAGE = """
            {
              "description": "an event about a successful payment",
              "providerStates": [{"name": "a payment was confirmed", "params": {"id": "pi_42"}}],
              "type": "Asynchronous/Messages",
              "key": null,
              "contents": {
                "contentType": "application/json",
                "encoded": false,
                "content": {"id": "evt_1", "data": {"id": "pi_42"}}
              },
              "metadata": {"contentType": "application/json"},
              "matchingRules": {
                "body": {"$.id": {"combine": "AND", "matchers": [{"match": "type"}]}}
              }
            }
            """;

    private ExamplePact() {}

    /** An HTTP interaction that follows every rule. */
    public static ObjectNode payment() {
        return StrictJson.object(PAYMENT, "example");
    }

    /** A message that follows every rule. */
    public static ObjectNode message() {
        return StrictJson.object(MESSAGE, "example");
    }

    /** The same HTTP interaction with another description. */
    public static ObjectNode payment(String description) {
        return payment().put("description", description);
    }

    /**
     * Changes one value.
     *
     * @param pointer e.g. {@code /response/status} (RFC 6901)
     * @param json the new value
     * @return the same interaction
     */
    public static ObjectNode set(ObjectNode interaction, String pointer, String json) {
        var place = JsonPointer.compile(pointer);
        ((ObjectNode) interaction.at(place.head())).set(place.last().getMatchingProperty(), value(json));
        return interaction;
    }

    public static JsonNode value(String json) {
        return StrictJson.parse(json).orElseThrow();
    }

    /** A pact of billing with stripe. */
    public static ObjectNode pact(ObjectNode... interactions) {
        return pact("billing", "stripe", interactions);
    }

    public static ObjectNode pact(String consumer, String provider, ObjectNode... interactions) {
        var pact = StrictJson.MAPPER.createObjectNode();
        pact.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
        pact.putObject("provider").put("name", provider);
        pact.putObject("consumer").put("name", consumer);
        ArrayNode list = pact.putArray("interactions");
        list.addAll(List.of(interactions));
        return pact;
    }

    /** What a test of billing recorded for stripe. */
    public static PactDocument recorded(String origin, ObjectNode... interactions) {
        return document(origin, "billing-stripe", pact(interactions));
    }

    public static PactDocument document(String origin, String name, ObjectNode pact) {
        return new PactDocument(origin, name, CanonicalForm.of(pact));
    }
}
