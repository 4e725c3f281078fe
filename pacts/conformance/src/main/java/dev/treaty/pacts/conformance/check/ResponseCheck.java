package dev.treaty.pacts.conformance.check;

import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.pacts.conformance.document.Operation;
import dev.treaty.pacts.conformance.document.Schemas;
import java.util.ArrayList;
import java.util.List;

/** Compares a response with what the document says of its status: the headers that it speaks of, and the fields of the body. */
final class ResponseCheck {

    private static final int FIRST_ERROR = 400;

    private final Schemas schemas;
    private final Operation operation;
    private final Touched touched;

    ResponseCheck(Operation operation, Touched touched) {
        schemas = operation.schemas();
        this.operation = operation;
        this.touched = touched;
    }

    /** Nothing is known of an error that the document does not name: most name few. */
    List<Difference> check(IResponse response) {
        var status = response.getStatus();
        var described = operation.response(status);
        if (described.isPresent()) {
            touched.add("response " + status, "answered");
            return compare(described.get(), response);
        }
        return status >= FIRST_ERROR
                ? List.of()
                : List.of(new Difference("response status", operation.statuses(), String.valueOf(status)));
    }

    private List<Difference> compare(JsonNode described, IResponse response) {
        var part = new HttpPart(response);
        var name = "response " + response.getStatus();
        var differences = new ArrayList<Difference>();
        described
                .path("headers")
                .properties()
                .forEach(header -> part.header(header.getKey())
                        .forEach(value -> differences.addAll(new SchemaCheck(schemas, false, true, touched)
                                .check(
                                        schemas.resolved(header.getValue()).path("schema"),
                                        TextNode.valueOf(value),
                                        Place.of(name + " header").field(header.getKey())))));
        if (part.hasBody()) {
            var schema = Operation.responseSchema(described, part.contentType());
            if (schema.isEmpty()) {
                var types = Operation.responseTypes(described);
                differences.add(
                        new Difference(name + " body", types.isEmpty() ? "no body" : types, part.contentType()));
            } else if (!part.body().isMissingNode()) {
                differences.addAll(new SchemaCheck(schemas, false, false, touched)
                        .check(schema.get(), part.body(), Place.of(name)));
            }
        }
        return differences;
    }
}
