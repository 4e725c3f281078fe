package dev.treaty.stubs.http.wiremock.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.http.response.HttpProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a request to the admin API. WireMock itself says it in the words of its JSON library and of its classes, or not at
 * all: it answers 404 without a body, and fails where it does not expect what it gets.
 */
public final class AdminProblem {

    private static final int UNPROCESSABLE = 422; // RFC 9110, section 15.5.21
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** Characters of a reason; some repeat the whole body. */
    private static final int LONGEST_REASON = 300;

    private static final String REFERENCE = "https://wiremock.org/docs/standalone/admin-api-reference/";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the JSON library says, and how people say it. */
    private static final Map<Pattern, String> REWORDED = Map.of(
            Pattern.compile("^No content to map.*"), "the body is empty",
            Pattern.compile("^Unrecognized field (\".*?\") .*"), "$1 is not a member of what it takes",
            Pattern.compile("^Cannot (?:construct|deserialize) .*? from (Array|Object|Number|String|Boolean) value.*"),
                    "a JSON value of the type $1 cannot stand here",
            Pattern.compile("^Cannot (?:construct|deserialize) .*? from \\w+ (\".*?\").*"), "$1 cannot stand here");

    private static final Pattern SOURCE = Pattern.compile(
            " ?\\(start marker at \\[Source[^\\]]*\\]\\)|\\s*at \\[Source.*|, from `[^`]*`", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}(?=[A-Z])");

    private AdminProblem() {}

    /**
     * A problem document for a request that WireMock refuses, or does not know.
     *
     * @param request method and path
     * @param response WireMock's; its errors are a member of the document, because WireMock's clients expect them
     */
    public static HttpProblem of(String request, AdminResponse response) {
        var errors = errors(response.error());
        if (!errors.isArray() || errors.isEmpty()) {
            return unknown(request);
        }
        var error = errors.path(0);
        var message = new ErrorMessage(
                "The admin API cannot use this request: %s.".formatted(reason(error)),
                request + place(error.at("/source/pointer").asText()),
                "correct it; %s describes what each request takes".formatted(REFERENCE));
        return HttpProblem.adminRequest(response.errorStatus(), message, JSON.convertValue(errors, List.class));
    }

    /** A problem document for a path that the admin API does not have. */
    public static HttpProblem unknown(String request) {
        return HttpProblem.adminRequest(
                NOT_FOUND,
                new ErrorMessage(
                        "The admin API has nothing for %s: no such request, or nothing with this id or name."
                                .formatted(request),
                        "the method and the path of the request",
                        "use a request that the stub server's README or %s lists".formatted(REFERENCE)),
                List.of());
    }

    /**
     * A problem document for a request that WireMock fails on.
     *
     * @param request method and path
     * @param body empty if the request has none, so that its query or its path must be to blame
     */
    public static HttpProblem failed(String request, byte[] body) {
        return body.length == 0 ? failedOnQuery(request) : failedOnBody(request, body);
    }

    private static HttpProblem failedOnQuery(String request) {
        return invalid(
                BAD_REQUEST,
                "a parameter has a value that it cannot have",
                request + ", the path or the query",
                "send limit and offset as whole numbers that are not negative, with an offset within the list; since as a"
                        + " date as in ISO 8601; ids as UUIDs; and everything percent-encoded");
    }

    private static HttpProblem failedOnBody(String request, byte[] body) {
        return invalid(
                UNPROCESSABLE,
                flaw(request, parse(body)),
                request + ", the body",
                "correct it; %s describes what each request takes".formatted(REFERENCE));
    }

    private static String flaw(String request, JsonNode body) {
        if (!body.isObject()) {
            return "the body is not a JSON object";
        }
        return request.endsWith("/mappings/import") && !body.path("mappings").isArray()
                ? "the body has no list \"mappings\""
                : "a member of the body is missing, or has a value that it cannot have";
    }

    private static HttpProblem invalid(int status, String reason, String where, String fix) {
        return HttpProblem.adminRequest(
                status,
                new ErrorMessage("The admin API cannot use this request: %s.".formatted(reason), where, fix),
                List.of(Map.of("code", 10, "title", reason))); // the code that WireMock has for what is invalid
    }

    private static String reason(JsonNode error) {
        var detail = error.path("detail").asText(error.path("title").asText());
        var reason = CLASS.matcher(SOURCE.matcher(detail).replaceAll("")).replaceAll("");
        for (var reworded : REWORDED.entrySet()) {
            reason = reworded.getKey().matcher(reason).replaceFirst(reworded.getValue());
        }
        reason = reason.replaceAll("\\s+", " ").strip().replaceFirst("\\.$", "");
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    /** @param pointer into the body (RFC 6901), or the name of a parameter; empty if it is not known */
    private static String place(String pointer) {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return "";
        }
        return pointer.startsWith("/") ? ", %s in the body".formatted(pointer) : ", the parameter " + pointer;
    }

    private static JsonNode errors(byte[] response) {
        return parse(response).path("errors");
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
