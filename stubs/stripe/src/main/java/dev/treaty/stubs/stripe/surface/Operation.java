package dev.treaty.stubs.stripe.surface;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An operation of Stripe's API. */
public final class Operation {

    private final String route;
    private final JsonNode described;
    private final Shape parameters;

    Operation(JsonNode described) {
        this.described = described;
        route = described.path("verb").asText() + " " + described.path("path").asText();
        parameters = Shape.ofFields(described.path("params"));
    }

    /** E.g. {@code "POST /v1/customers/{id}"}. */
    public String route() {
        return route;
    }

    /** E.g. {@code "POST"}. */
    public String verb() {
        return described.path("verb").asText();
    }

    /** E.g. {@code "/v1/customers/{id}"}. */
    public String path() {
        return described.path("path").asText();
    }

    /** The method of the SDK, e.g. {@code "create"}. */
    public String method() {
        var name = described.path("name").asText();
        return name.substring(name.indexOf('.') + 1);
    }

    /** Whether the response is a page of a list. */
    public boolean isList() {
        return described.path("kind").asText().equals("list");
    }

    /** Whether the response is a page of what was searched for. */
    public boolean isSearch() {
        return described.path("kind").asText().equals("search");
    }

    /** Whether the response says that something was deleted. */
    public boolean isDeletion() {
        return described.path("answer").asText().endsWith(".deleted");
    }

    /** The kind of object that the response is, or that its list has. */
    public String kind() {
        var answer = described.path("answer").asText();
        return answer.endsWith(".deleted") ? answer.substring(0, answer.lastIndexOf('.')) : answer;
    }

    /** The parameters, as the fields of an object. */
    public Shape parameters() {
        return parameters;
    }

    /** One parameter. */
    public Optional<Shape> parameter(String name) {
        return parameters.field(name);
    }
}
