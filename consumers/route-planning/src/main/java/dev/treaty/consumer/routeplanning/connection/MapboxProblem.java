package dev.treaty.consumer.routeplanning.connection;

import dev.treaty.consumer.http.HttpReply;

/**
 * Why Mapbox refused a request. Navigation says {@code {"code", "message"}}, everything else {@code {"message"}} and sometimes {@code
 * "error_code"}.
 *
 * @param code e.g. {@code "InvalidInput"}; {@code "unknown"} if there is none
 * @param message for people; empty if there is none
 */
record MapboxProblem(String code, String message) {

    private static final int SHOWN = 300;

    static MapboxProblem of(HttpReply reply) {
        return reply.jsonIfAny()
                .map(body -> new MapboxProblem(
                        body.path("code").asText(body.path("error_code").asText("unknown")),
                        shortened(body.path("message").asText(""))))
                .orElseGet(() -> new MapboxProblem("unknown", ""));
    }

    private static String shortened(String message) {
        return message.length() <= SHOWN ? message : message.substring(0, SHOWN) + "…";
    }
}
