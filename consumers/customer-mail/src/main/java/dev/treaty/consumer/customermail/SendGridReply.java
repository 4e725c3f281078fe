package dev.treaty.consumer.customermail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sendgrid.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** SendGrid's response to one request. */
final class SendGridReply {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String body;
    private final String where;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param where e.g. {@code "POST /v3/mail/send"} */
    SendGridReply(Response response, String where) {
        status = response.getStatusCode();
        body = response.getBody() == null ? "" : response.getBody();
        headers.putAll(response.getHeaders());
        this.where = where;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** A header that is a time in seconds since 1970. */
    Optional<Instant> time(String name) {
        return header(name)
                .filter(value -> value.matches("\\d{1,11}"))
                .map(value -> Instant.ofEpochSecond(Long.parseLong(value)));
    }

    /** Whether no request is left in this window. */
    boolean isLastOfWindow() {
        return header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
    }

    /** @throws SendGridUnavailable if the body is not JSON of this kind */
    JsonNode array() {
        var json = json();
        if (!json.isArray()) {
            throw unreadable("it is not a list");
        }
        return json;
    }

    /** @throws SendGridUnavailable if the body is not JSON of this kind */
    JsonNode object() {
        var json = json();
        if (!json.isObject()) {
            throw unreadable("it is not an object");
        }
        return json;
    }

    /**
     * A text that the client needs.
     *
     * @throws SendGridUnavailable if there is none
     */
    String text(JsonNode object, String field) {
        var value = object.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw unreadable("the field %s is missing".formatted(field));
        }
        return value.asText();
    }

    /**
     * A time in seconds since 1970 that the client needs.
     *
     * @throws SendGridUnavailable if there is none
     */
    Instant time(JsonNode object, String field) {
        var value = object.path(field);
        if (!value.isIntegralNumber()) {
            throw unreadable("the field %s is not a time".formatted(field));
        }
        return Instant.ofEpochSecond(value.asLong());
    }

    /** What SendGrid says is wrong; empty if it is not SendGrid that responds. */
    List<RequestRefused.Problem> problems() {
        var problems = new ArrayList<RequestRefused.Problem>();
        for (var error : json().path("errors")) {
            // The vendor's examples have the text "null" where its API sends none.
            var field = error.path("field").asText("");
            problems.add(new RequestRefused.Problem(
                    "null".equals(field) ? "" : field,
                    error.path("message").asText("").replaceFirst("\\.+$", "")));
        }
        return problems;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notSendGrids) {
            return MissingNode.getInstance();
        }
    }

    private SendGridUnavailable unreadable(String why) {
        return SendGridUnavailable.maybeTaken("SendGrid's response could not be read: " + why, where, null);
    }
}
