package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.service.http.JsonBodies;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object in a request. It collects what is wrong with its fields, so that the caller sees every error at once. */
final class RequestBody {

    private final ObjectNode object;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestBody(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a request's body.
     *
     * @param mediaType the only one accepted, e.g. {@code "application/json"}
     * @throws Problem 415 {@code unsupported-media-type}, 400 {@code unreadable-body} if it is not an object in JSON
     */
    static RequestBody read(Context context, String mediaType) {
        JsonBodies.requireMediaType(context, mediaType);
        return new RequestBody(JsonBodies.object(context.bodyAsBytes()));
    }

    boolean has(String field) {
        return object.has(field);
    }

    /** Accepts no other field than this one. */
    void acceptOnly(String field) {
        object.fieldNames().forEachRemaining(given -> {
            if (!given.equals(field)) {
                reject(given, "cannot be changed");
            }
        });
    }

    /**
     * A field's text without surrounding blanks; empty if something is wrong with it, which {@link #check} then reports.
     *
     * @param rule returns what is wrong with a text, e.g. {@code "must be an e-mail address"}; empty if nothing is
     */
    String text(String field, Function<String, Optional<String>> rule) {
        var value = object.path(field);
        if (!value.isTextual()) {
            reject(field, value.isMissingNode() ? "must be given" : "must be a string");
            return "";
        }
        var text = value.textValue().strip();
        var wrong = text.isEmpty() ? Optional.of("must not be empty") : rule.apply(text);
        wrong.ifPresent(detail -> reject(field, detail));
        return wrong.isPresent() ? "" : text;
    }

    /**
     * Refuses the request if anything was wrong with the fields read so far.
     *
     * @throws Problem 422 {@code invalid-fields}
     */
    void check() {
        if (!errors.isEmpty()) {
            throw PlatformProblems.invalidFields(errors);
        }
    }

    private void reject(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }
}
