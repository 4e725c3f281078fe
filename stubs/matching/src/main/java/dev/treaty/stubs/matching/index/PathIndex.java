package dev.treaty.stubs.matching.index;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the interactions that are worth comparing with a request, so that its cost does not grow with the number of contracts: by
 * method, by the text that the path must start with, then by whatever else tells them apart ({@link DecisionTree}). A lookup probes
 * each distinct length of such texts once, and there are few. Immutable.
 */
public final class PathIndex {

    /** How many interactions are compared at most in order to explain why a request matches none. */
    static final int EXPLAINED_LIMIT = 300;

    private static final Comparator<HttpInteraction> IN_ORDER =
            Comparator.comparingLong(interaction -> interaction.origin().order());

    private final Map<String, ByPath> methods = new HashMap<>();
    private final Map<String, BodyKind> kinds = new HashMap<>();
    private final NearestPaths neighbours;

    /** @param interactions in the order of the contracts */
    public PathIndex(List<HttpInteraction> interactions) {
        var byMethod = new HashMap<String, List<HttpInteraction>>();
        interactions.forEach(interaction -> byMethod.computeIfAbsent(method(interaction), name -> new ArrayList<>())
                .add(interaction));
        byMethod.forEach((method, group) -> methods.put(method, new ByPath(group)));
        neighbours = new NearestPaths(interactions);
    }

    /** All interactions that could match, and few that cannot; in the order of the contracts. */
    public List<HttpInteraction> candidates(ParsedRequest request) {
        var path = comparable(request.path());
        var attributes = new RequestAttributes(request.request(), path, kinds);
        var found = new ArrayList<HttpInteraction>(DecisionTree.FEW);
        for (var branch : branches(request.method(), path)) {
            branch.collect(attributes, found);
        }
        if (found.size() > 1) {
            found.sort(IN_ORDER);
        }
        return found;
    }

    /** Those with the same method and path; if there are many, the {@value #EXPLAINED_LIMIT} that agree best with the request. */
    public List<HttpInteraction> nearest(ParsedRequest request) {
        var path = comparable(request.path());
        var attributes = new RequestAttributes(request.request(), path, kinds);
        var found = new LinkedHashSet<HttpInteraction>();
        for (var branch : branches(request.method(), path)) {
            branch.collectNearest(attributes, EXPLAINED_LIMIT, found);
        }
        return found.stream().sorted(IN_ORDER).toList();
    }

    /** Those with a similar path, whatever their method; all if there are few. */
    public Collection<HttpInteraction> near(String path) {
        return neighbours.of(path, EXPLAINED_LIMIT);
    }

    private List<DecisionTree> branches(String method, String path) {
        var byPath = methods.get(method);
        return byPath == null ? List.of() : byPath.branches(path);
    }

    /** pact-jvm removes scheme and host from a path before it compares, wherever they occur. */
    private static String comparable(String path) {
        return path.contains("://") ? path.replaceFirst("https*://([^/]*)", "") : path;
    }

    private static String method(HttpInteraction interaction) {
        return interaction.expected().getMethod().toUpperCase(Locale.ROOT);
    }

    /** The interactions of one method. */
    private final class ByPath {

        private final Map<String, DecisionTree> whole = new HashMap<>();
        private final Map<String, DecisionTree> prefixes = new HashMap<>();
        private final int[] prefixLengths;

        ByPath(List<HttpInteraction> interactions) {
            var lengths = new TreeSet<Integer>();
            var buckets = new HashMap<PathPattern, List<HttpInteraction>>();
            for (var interaction : interactions) {
                buckets.computeIfAbsent(PathPattern.of(interaction.expected()), path -> new ArrayList<>(1))
                        .add(interaction);
            }
            buckets.forEach((path, group) -> {
                if (!path.whole()) {
                    lengths.add(path.prefix().length());
                }
                (path.whole() ? whole : prefixes).put(path.prefix(), branch(group));
            });
            prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        }

        private DecisionTree branch(List<HttpInteraction> interactions) {
            if (interactions.size() > DecisionTree.FEW) {
                interactions.forEach(interaction -> {
                    var type = interaction.expected().determineContentType();
                    kinds.computeIfAbsent(BodyKind.nameOf(type), name -> BodyKind.of(type));
                });
            }
            return DecisionTreeBuilder.build(interactions);
        }

        List<DecisionTree> branches(String path) {
            var found = new ArrayList<DecisionTree>(2);
            add(whole.get(path), found);
            for (var length : prefixLengths) {
                if (length > path.length()) {
                    break;
                }
                add(prefixes.get(path.substring(0, length)), found);
            }
            return found;
        }

        private static void add(@Nullable DecisionTree branch, List<DecisionTree> found) {
            if (branch != null) {
                found.add(branch);
            }
        }
    }
}
