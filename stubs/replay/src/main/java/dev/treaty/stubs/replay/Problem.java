package dev.treaty.stubs.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable, for programs
 * @param detail three lines, for people
 * @param more what programs may want to know besides (section 3.2)
 */
record Problem(String type, String title, int status, String detail, Map<String, Object> more) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String CANDIDATES = "candidates";
    private static final String TYPES = "https://treaty.dev/problems/";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Problem notFound(String type, String title, String detail, Map<String, Object> more) {
        return new Problem(TYPES + type, title, 404, detail, more);
    }

    static Problem conflict(String type, String title, String detail, Map<String, Object> more) {
        return new Problem(TYPES + type, title, 409, detail, more);
    }

    /** @param most how many bytes a body may have */
    static Problem tooLarge(int most) {
        return new Problem(
                TYPES + "request-too-large", "The request's body is too long", 413, """
                A body may have %d bytes, and this one has more.
                  where: the body of the request, unpacked if it is packed
                  fix:   send less; no contract needs that much""".formatted(most), Map.of());
    }

    /** @param longest that comparing may take */
    static Problem tookTooLong(Duration longest) {
        return new Problem(
                TYPES + "comparison-took-too-long",
                "Comparing the request took too long",
                503,
                """
                Whether a contract accepts the request was not known after %d ms, and it was given up.
                  where: a regular expression of a contract, with a long text of the request
                  fix:   send less, or record the interaction with a regex that repeats fewer things without bound""".formatted(longest.toMillis()),
                Map.of());
    }

    static Problem badDisturbance(String detail) {
        return new Problem(
                TYPES + "unreadable-disturbance", "What is to go wrong cannot be read", 400, detail, Map.of());
    }

    /** What a request, or whoever set its provider so, asked for. */
    static Problem disturbed(int status) {
        return new Problem(
                TYPES + "disturbed",
                "The stub server was told to answer so",
                status,
                "No contract says so; the header %s, the admin API or the chaos profile does."
                        .formatted(Disturbances.STATUS),
                Map.of());
    }

    /** @param origin of the page that asked (RFC 6454); null if its browser does not say */
    static Problem foreignOrigin(@Nullable String origin) {
        return refused(403, """
                A page of another origin may not use the admin API.
                  where: the request's header %s
                  fix:   ask from the command line or a test, or from a page of this server""".formatted(origin == null ? "Sec-Fetch-Site" : "Origin, " + origin));
    }

    static Problem foreignHost(String host) {
        return refused(403, """
                The admin API answers to the names of this machine only, and "%s" is none.
                  where: the request's header Host
                  fix:   ask at localhost, or start the server with --admin-token""".formatted(host));
    }

    /** @param address that the server listens on */
    static Problem adminClosed(String address) {
        return refused(403, """
                The admin API is closed, because others than this machine can reach it and no token protects it.
                  where: the server listens on %s
                  fix:   start it with --admin-token, or without --bind""".formatted(address));
    }

    static Problem noAdminToken() {
        return refused(401, """
                The admin API asks for its token.
                  where: the request's header Authorization
                  fix:   send "Authorization: Bearer …" with what the server was started with as --admin-token""");
    }

    private static Problem refused(int status, String detail) {
        return new Problem(TYPES + "admin-refused", "The admin API is not for this request", status, detail, Map.of());
    }

    static Problem ofStatus(int status) {
        return status != 500
                ? new Problem(
                        TYPES + "bad-request",
                        "The request cannot be read",
                        status,
                        "Its target, its header or its body is not what HTTP asks for.",
                        Map.of())
                : new Problem(
                        TYPES + "stub-server-failed",
                        "The stub server failed",
                        status,
                        "Its own log says why; no contract is to blame.",
                        Map.of());
    }

    /** What most problems here say besides. */
    static Map<String, Object> members(String provider, List<Candidate> candidates) {
        var members = new LinkedHashMap<String, Object>();
        members.put("provider", provider);
        members.put(CANDIDATES, candidates);
        return members;
    }

    /** For a terminal: what happened, and the nearest interactions side by side with the request. */
    ResponseDefinition toTextAnswer() {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(toText())
                .build();
    }

    private String toText() {
        var text = new StringBuilder(detail).append('\n');
        if (more.get(CANDIDATES) instanceof List<?> candidates) {
            for (var candidate : candidates) {
                text.append('\n').append(((Candidate) candidate).toText());
            }
        }
        return text.toString();
    }

    ResponseDefinition toAnswer() {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", MEDIA_TYPE)
                .withBody(toJson())
                .build();
    }

    String toJson() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text, numbers and lists are always JSON", e);
        }
    }
}
