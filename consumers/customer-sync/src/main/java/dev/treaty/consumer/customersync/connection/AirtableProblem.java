package dev.treaty.consumer.customersync.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.http.HttpReply;

/**
 * Why Airtable refused a request. It says so as {@code {"error": {"type", "message"}}}, or as {@code {"error": "NOT_FOUND"}}.
 *
 * @param type e.g. {@code "UNKNOWN_FIELD_NAME"}; {@code "unknown"} if the response has none
 * @param message for people; empty if there is none
 */
record AirtableProblem(String type, String message) {

    private static final int SHOWN = 300;

    static AirtableProblem of(HttpReply reply) {
        return reply.jsonIfAny()
                .map(body -> body.path("error"))
                .filter(error -> !error.isMissingNode())
                .map(AirtableProblem::of)
                .orElseGet(() -> new AirtableProblem("unknown", ""));
    }

    private static AirtableProblem of(JsonNode error) {
        return error.isTextual()
                ? new AirtableProblem(error.asText(), "")
                : new AirtableProblem(
                        error.path("type").asText("unknown"),
                        shortened(error.path("message").asText("")));
    }

    private static String shortened(String message) {
        return message.length() <= SHOWN ? message : message.substring(0, SHOWN) + "…";
    }
}
