package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A vendor's API, as an OpenAPI document describes it. */
public final class OpenApi {

    private final JsonNode root;
    private final Schemas schemas;
    private final List<PathTemplate> paths;

    /** @param root of the document, with {@code paths} and {@code components} */
    public OpenApi(JsonNode root) {
        this.root = root;
        schemas = new Schemas(root);
        var base = basePath(root.at("/servers/0/url").asText());
        paths = root.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .map(template -> PathTemplate.of(base, template))
                .sorted(Comparator.comparingInt(PathTemplate::parameters))
                .toList();
    }

    private static String basePath(String server) {
        var path = server.isEmpty() || server.contains("{")
                ? ""
                : String.valueOf(URI.create(server).getRawPath());
        return path.replaceFirst("/$", "");
    }

    /** The templates that a path fits, those with the fewest parameters first. */
    public List<PathTemplate> templates(String path) {
        return paths.stream().filter(template -> template.fits(path)).toList();
    }

    /** All templates, for "did you mean". */
    public List<String> allTemplates() {
        return paths.stream().map(PathTemplate::text).toList();
    }

    /** The operation at a template; empty if it has no such method. */
    public Optional<Operation> operation(PathTemplate template, String method, String path) {
        var item = root.path("paths").path(template.key());
        var operation = item.path(method.toLowerCase(Locale.ROOT));
        return operation.isObject()
                ? Optional.of(new Operation(schemas, template.text(), item, operation, template.values(path)))
                : Optional.empty();
    }

    /** The schemas of the document. */
    public Schemas schemas() {
        return schemas;
    }
}
