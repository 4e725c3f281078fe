package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    public Stream<PathTemplate> templates(String path) {
        return templates().filter(template -> template.fits(path));
    }

    /** All templates. */
    public Stream<PathTemplate> templates() {
        return paths.stream();
    }

    /** The operations that a request may be for, the likeliest first. */
    public Stream<Operation> operations(String method, String path) {
        return templates(path)
                .map(template -> operation(template, method, path))
                .flatMap(Optional::stream);
    }

    private Optional<Operation> operation(PathTemplate template, String method, String path) {
        var item = schemas.resolved(root.path("paths").path(template.key()));
        var operation = item.path(method.toLowerCase(Locale.ROOT));
        return operation.isObject()
                ? Optional.of(new Operation(schemas, template.text(), item, operation, template.values(path)))
                : Optional.empty();
    }
}
