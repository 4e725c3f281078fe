package dev.treaty.pacts.conformance.check;

import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.pacts.conformance.document.Operation;
import dev.treaty.pacts.conformance.document.Parameter;
import dev.treaty.pacts.conformance.document.Schemas;
import dev.treaty.pacts.errors.Similarity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares a request with its operation: the path's values, the query, the headers that the document speaks of, and the body. */
final class RequestCheck {

    private static final String QUERY = "request query";
    private static final String BODY = "request body";

    private final Schemas schemas;
    private final Operation operation;
    private final Touched touched;
    private final List<Difference> differences = new ArrayList<>();

    RequestCheck(Operation operation, Touched touched) {
        schemas = operation.schemas();
        this.operation = operation;
        this.touched = touched;
    }

    List<Difference> check(IRequest request) {
        operation
                .parameters("path")
                .forEach(parameter -> checkText(
                        parameter,
                        TextNode.valueOf(operation.pathValues().getOrDefault(parameter.name(), "")),
                        "request path"));
        checkQuery(request.getQuery());
        var part = new HttpPart(request);
        operation
                .parameters("header")
                .forEach(parameter -> part.header(parameter.name())
                        .forEach(value -> checkText(parameter, TextNode.valueOf(value), "request header")));
        checkBody(part);
        return differences;
    }

    private void checkText(Parameter parameter, JsonNode value, String part) {
        differences.addAll(new SchemaCheck(schemas, true, true, touched)
                .check(parameter.schema(), value, Place.of(part).field(parameter.name())));
    }

    private void checkQuery(Map<String, List<String>> query) {
        var parameters = operation.parameters("query").stream()
                .collect(Collectors.toMap(
                        Parameter::name, parameter -> parameter, (one, other) -> other, LinkedHashMap::new));
        var tree = new FormFields();
        var given = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (parameters.containsKey(name)) { // e.g. "DateSent>", or "expand[]"
                var list = JsonNodeFactory.instance.arrayNode();
                values.forEach(list::add);
                given.set(name, list.size() == 1 ? list.get(0) : list);
            } else {
                values.forEach(value -> tree.add(name, String.valueOf(value)));
            }
        });
        given.setAll(tree.root());
        given.properties().forEach(field -> {
            var parameter = parameters.get(field.getKey());
            if (parameter == null) {
                differences.add(new Difference(
                        Place.of(QUERY).field(field.getKey()).toString(),
                        "no such parameter" + nearest(field.getKey(), parameters),
                        field.getValue().toString()));
            } else {
                checkText(parameter, field.getValue(), QUERY);
            }
        });
        parameters.values().stream()
                .filter(parameter -> parameter.isRequired() && !given.has(parameter.name()))
                .forEach(parameter -> differences.add(
                        new Difference(Place.of(QUERY).field(parameter.name()).toString(), "required", "nothing")));
    }

    private static String nearest(String name, Map<String, Parameter> known) {
        return Similarity.nearest(name, known.keySet()).stream()
                .findFirst()
                .map(", the nearest is "::concat)
                .orElse("");
    }

    private void checkBody(HttpPart request) {
        if (!request.hasBody()) {
            checkMissingBody();
            return;
        }
        var schema = operation.requestSchema(request.contentType());
        if (schema.isEmpty()) {
            var types = operation.requestTypes();
            differences.add(new Difference(BODY, types.isEmpty() ? "no body" : types, request.contentType()));
            return;
        }
        var body = request.body();
        if (!body.isMissingNode()) {
            differences.addAll(new SchemaCheck(schemas, true, request.isForm(), touched)
                    .check(schema.get(), body, Place.of(BODY)));
        }
    }

    private void checkMissingBody() {
        if (operation.requiresBody()) {
            differences.add(new Difference(BODY, "required", "nothing"));
        }
        var types = operation.requestTypes();
        operation
                .requestSchema(types.replaceFirst(",.*", ""))
                .ifPresent(schema -> differences.addAll(new SchemaCheck(schemas, true, true, touched)
                        .check(schema, JsonNodeFactory.instance.objectNode(), Place.of(BODY))));
    }
}
