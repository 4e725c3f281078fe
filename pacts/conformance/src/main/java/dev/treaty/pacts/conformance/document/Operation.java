package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One method at one path. */
public final class Operation {

    private static final int CLASS_OF_STATUS = 100;

    private final Schemas schemas;
    private final String path;
    private final JsonNode item;
    private final JsonNode operation;
    private final Map<String, String> pathValues;

    Operation(Schemas schemas, String path, JsonNode item, JsonNode operation, Map<String, String> pathValues) {
        this.schemas = schemas;
        this.path = path;
        this.item = item;
        this.operation = operation;
        this.pathValues = Map.copyOf(pathValues);
    }

    /** The schemas that it refers to. */
    public Schemas schemas() {
        return schemas;
    }

    /** The template of its path. */
    public String path() {
        return path;
    }

    /** Whether the vendor advises against it. */
    public boolean isDeprecated() {
        return operation.path("deprecated").asBoolean();
    }

    /** The values of the parameters in the path that was asked for. */
    public Map<String, String> pathValues() {
        return pathValues;
    }

    /** Its parameters, and those of its path. */
    public Collection<Parameter> parameters(String in) {
        var parameters = new LinkedHashMap<String, Parameter>();
        List.of(item, operation)
                .forEach(owner -> owner.path("parameters").forEach(each -> {
                    var parameter = schemas.resolved(each);
                    if (parameter.path("in").asText().equals(in)) {
                        var name = parameter.path("name").asText();
                        var content = parameter.path("content").elements();
                        var schema = content.hasNext() ? content.next().path("schema") : parameter.path("schema");
                        parameters.put(
                                name,
                                new Parameter(
                                        name, in, parameter.path("required").asBoolean(), schema));
                    }
                }));
        return parameters.values();
    }

    /** Whether a request must have a body. */
    public boolean requiresBody() {
        return schemas.resolved(operation.path("requestBody")).path("required").asBoolean();
    }

    /** The media types of request bodies; empty if there is no body. */
    public String requestTypes() {
        return types(schemas.resolved(operation.path("requestBody")).path("content"));
    }

    /** The schema of a request's body; empty if the document has none for this content type. */
    public Optional<JsonNode> requestSchema(String contentType) {
        return schema(mediaType(schemas.resolved(operation.path("requestBody")).path("content"), contentType));
    }

    /** The statuses that the document names, e.g. {@code "200, 4XX, default"}. */
    public String statuses() {
        return operation.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * What the document says of a status; empty if it says nothing. What it calls {@code default} is for errors, unless no success is named.
     */
    public Optional<JsonNode> response(int status) {
        var responses = operation.path("responses");
        var named = responses.path(String.valueOf(status));
        if (named.isMissingNode()) {
            named = responses.path(status / CLASS_OF_STATUS + "XX");
        }
        if (named.isMissingNode()
                && (status >= 4 * CLASS_OF_STATUS || !statuses().contains("2"))) {
            named = responses.path("default");
        }
        return named.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolved(named));
    }

    /** The media types of a response. */
    public static String responseTypes(JsonNode response) {
        return types(response.path("content"));
    }

    /** The schema of a response's body; empty if the document has none for this content type. */
    public static Optional<JsonNode> responseSchema(JsonNode response, String contentType) {
        return schema(mediaType(response.path("content"), contentType));
    }

    private static String types(JsonNode content) {
        return content.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private static Optional<JsonNode> schema(JsonNode mediaType) {
        var schema = mediaType.path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** The media type that a content type names among those of a {@code content} object; missing if there is none. */
    private static JsonNode mediaType(JsonNode content, String contentType) {
        var type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return content.properties().stream()
                .filter(known -> fits(known.getKey().replaceFirst(";.*", "").toLowerCase(Locale.ROOT), type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean fits(String range, String type) {
        return range.equals(type)
                || range.equals("*/*")
                || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
    }
}
