package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object that a caller sent. It collects what is wrong with its fields, so that a caller hears of all at once. */
final class RequestBody {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode object;
    private final List<Map<String, String>> complaints = new ArrayList<>();

    private RequestBody(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a request's body.
     *
     * @param mediaType the only one that is taken, e.g. {@code "application/json"}
     * @throws Problem 415 {@code unsupported-media-type}, 400 {@code unreadable-body} if it is no object
     * @throws JsonProcessingException if it is no JSON
     */
    static RequestBody read(Context context, String mediaType) throws JsonProcessingException {
        var given = Optional.ofNullable(context.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!given.equalsIgnoreCase(mediaType)) {
            throw new Problem(415, "unsupported-media-type", "The body must be " + mediaType)
                    .withHeader(context.method().name().equals("PATCH") ? "Accept-Patch" : "Accept", mediaType);
        }
        var body = JSON.readTree(context.body());
        if (!body.isObject()) {
            throw new Problem(400, "unreadable-body", "The body must be a JSON object");
        }
        return new RequestBody(body);
    }

    boolean has(String field) {
        return object.has(field);
    }

    /** Takes no other field than this one. */
    void only(String field) {
        object.fieldNames().forEachRemaining(given -> {
            if (!given.equals(field)) {
                complain(given, "cannot be changed");
            }
        });
    }

    /**
     * A field's text without blanks around it; empty if something is wrong with it, which {@link #check} then says.
     *
     * @param rule what is wrong with a text, e.g. {@code "must be an e-mail address"}; empty if nothing is
     */
    String text(String field, Function<String, Optional<String>> rule) {
        var value = object.path(field);
        if (!value.isTextual()) {
            complain(field, value.isMissingNode() ? "must be given" : "must be a text");
            return "";
        }
        var text = value.textValue().strip();
        var wrong = text.isEmpty() ? Optional.of("must not be empty") : rule.apply(text);
        wrong.ifPresent(detail -> complain(field, detail));
        return wrong.isPresent() ? "" : text;
    }

    /**
     * Refuses the request if anything was wrong with what was taken so far.
     *
     * @throws Problem 422 {@code invalid-fields}
     */
    void check() {
        if (!complaints.isEmpty()) {
            throw invalid(complaints);
        }
    }

    static Problem invalid(List<Map<String, String>> complaints) {
        return new Problem(422, "invalid-fields", "Some fields are not acceptable").with("errors", complaints);
    }

    private void complain(String field, String detail) {
        complaints.add(Map.of("field", field, "detail", detail));
    }
}
