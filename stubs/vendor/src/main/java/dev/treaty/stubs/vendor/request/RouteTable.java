package dev.treaty.stubs.vendor.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What requests lead to, by method and path. Templates have parameters in braces: {@code GET /v1/customers/{id}}; a plain segment
 * precedes a parameter. A last segment may end in plain text: {@code /Messages/{sid}.json}.
 *
 * @param <T> what a route leads to
 */
public final class RouteTable<T> {

    private final Segment<T> root;
    private final Set<String> routes = new LinkedHashSet<>();

    /** A table without routes. */
    public RouteTable() {
        this(false);
    }

    private RouteTable(boolean ignoresCase) {
        root = new Segment<>(ignoresCase);
    }

    /** A table without routes, for a vendor to whom case does not matter in paths. */
    public static <T> RouteTable<T> ignoringCase() {
        return new RouteTable<>(true);
    }

    /**
     * Adds a route, or replaces the one with the same method and path.
     *
     * @param route e.g. {@code "POST /v1/customers/{id}"}
     */
    public RouteTable<T> add(String route, T target) {
        var space = route.indexOf(' ');
        var node = root;
        for (var segment : segments(route.substring(space + 1))) {
            node = node.child(segment);
        }
        node.targets.put(route.substring(0, space), new Target<>(route, names(route), target));
        routes.add(route);
        return this;
    }

    /** Where a request leads. */
    public Optional<Match<T>> find(String method, String path) {
        var parameters = new ArrayList<String>();
        var trimmed = withoutLastSlash(path);
        var node = find(root, trimmed, Math.min(1, trimmed.length()), method, parameters);
        var target = node == null ? null : node.targets.get(method);
        return target == null
                ? Optional.empty()
                : Optional.of(new Match<>(target.route, named(target, parameters), target.value));
    }

    /** All routes, in the order in which they were added. */
    public Set<String> routes() {
        return Collections.unmodifiableSet(routes);
    }

    /** The methods that a path has. */
    public Set<String> methods(String path) {
        var methods = new TreeSet<String>();
        for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            if (find(method, path).isPresent()) {
                methods.add(method);
            }
        }
        return methods;
    }

    private static <T> Map<String, String> named(Target<T> target, List<String> values) {
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < values.size(); i++) {
            parameters.put(target.names.get(i), decoded(values.get(i)));
        }
        return parameters;
    }

    /** What is percent-encoded wrongly is left as it is. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** Where the segments from a place in the path on lead; reads them in place, because every request does this. */
    private static <T> @Nullable Segment<T> find(
            Segment<T> node, String path, int start, String method, List<String> parameters) {
        if (start > path.length()) {
            return node.targets.containsKey(method) ? node : null;
        }
        var slash = path.indexOf('/', start);
        var end = slash < 0 ? path.length() : slash;
        var segment = path.substring(start, end);
        var plain = node.plain.get(segment);
        var found = plain == null ? null : find(plain, path, end + 1, method, parameters);
        if (found != null) {
            return found;
        }
        for (var suffix : node.parameters.entrySet()) {
            if (found == null
                    && segment.endsWith(suffix.getKey())
                    && segment.length() > suffix.getKey().length()) {
                parameters.add(
                        segment.substring(0, segment.length() - suffix.getKey().length()));
                found = find(suffix.getValue(), path, end + 1, method, parameters);
                if (found == null) {
                    parameters.remove(parameters.size() - 1);
                }
            }
        }
        return found;
    }

    private static List<String> segments(String path) {
        var trimmed = withoutLastSlash(path);
        return List.of(trimmed.substring(Math.min(1, trimmed.length())).split("/", -1));
    }

    private static String withoutLastSlash(String path) {
        return path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    }

    private static List<String> names(String route) {
        var names = new ArrayList<String>();
        for (var open = route.indexOf('{'); open >= 0; open = route.indexOf('{', open + 1)) {
            names.add(route.substring(open + 1, route.indexOf('}', open)));
        }
        return names;
    }

    /**
     * Where a request leads.
     *
     * @param route e.g. {@code "POST /v1/customers/{id}"}
     * @param parameters of the path, decoded, by name
     */
    public record Match<T>(String route, Map<String, String> parameters, T target) {}

    private record Target<T>(String route, List<String> names, T value) {}

    private static final class Segment<T> {

        private final boolean ignoresCase;
        private final Map<String, Segment<T>> plain;
        /** By what follows the parameter in the same segment; the longest first. */
        private final Map<String, Segment<T>> parameters = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

        private final Map<String, Target<T>> targets = new HashMap<>();

        Segment(boolean ignoresCase) {
            this.ignoresCase = ignoresCase;
            plain = ignoresCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        }

        Segment<T> child(String segment) {
            return segment.startsWith("{")
                    ? parameters.computeIfAbsent(
                            segment.substring(segment.indexOf('}') + 1), key -> new Segment<>(ignoresCase))
                    : plain.computeIfAbsent(segment, key -> new Segment<>(ignoresCase));
        }
    }
}
