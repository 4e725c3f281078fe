package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What the broker answers.
 *
 * @param location the header {@code Location}; empty for none
 */
record BrokerAnswer(int status, String contentType, String body, String location) {

    private static final String HAL = "application/hal+json;charset=utf-8";
    private static final String JSON = "application/json;charset=utf-8";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static BrokerAnswer ok(JsonNode body) {
        return new BrokerAnswer(200, HAL, body.toString(), "");
    }

    static BrokerAnswer created(JsonNode body, String location) {
        return new BrokerAnswer(201, HAL, body.toString(), location);
    }

    static BrokerAnswer empty(int status) {
        return new BrokerAnswer(status, JSON, "", "");
    }

    static BrokerAnswer notFound() {
        return notFound("The requested document was not found on this server.");
    }

    static BrokerAnswer notFound(String text) {
        return new BrokerAnswer(404, JSON, NODES.objectNode().put("error", text).toString(), "");
    }

    /** The errors of a field. */
    static BrokerAnswer badRequest(String field, String... texts) {
        return refused(400, field, texts);
    }

    /** A value that is right in form, but not possible. */
    static BrokerAnswer unprocessable(String field, String text) {
        return refused(422, field, text);
    }

    private static BrokerAnswer refused(int status, String field, String... texts) {
        var body = NODES.objectNode();
        var array = body.putObject("errors").putArray(field);
        for (var text : texts) {
            array.add(text);
        }
        return new BrokerAnswer(status, HAL, body.toString(), "");
    }

    /** Errors without a field, as of the matrix. */
    static BrokerAnswer badRequest(String text) {
        var body = NODES.objectNode();
        body.putArray("errors").add(text);
        return new BrokerAnswer(400, HAL, body.toString(), "");
    }

    /** A publication that contradicts what is published. */
    static BrokerAnswer conflict(String error, String info) {
        var body = NODES.objectNode();
        var notices = body.putArray("notices");
        notices.addObject().put("type", "error").put("text", error);
        if (!info.isEmpty()) {
            notices.addObject().put("type", "info").put("text", info);
        }
        body.putObject("errors").putArray("contracts").add(error);
        return new BrokerAnswer(409, JSON, body.toString(), "");
    }

    static BrokerAnswer notSeen(String what) {
        var text = "The real broker was not seen to answer this, so this replay does not: " + what;
        return new BrokerAnswer(501, JSON, NODES.objectNode().put("error", text).toString(), "");
    }
}
