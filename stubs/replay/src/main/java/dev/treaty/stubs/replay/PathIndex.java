package dev.treaty.stubs.replay;

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
 * Which interactions to ask about a request, so that its cost does not grow with the number of contracts: by method, by the text
 * that the path must begin with, then by whatever else tells them apart ({@link Branch}). A lookup costs one probe for each
 * length that such a text has, and there are few. Never changes.
 */
final class PathIndex {

    /** How many are compared at most to tell why a request matches none. */
    static final int MOST_TOLD = 300;

    private static final Comparator<HttpReplay> IN_ORDER =
            Comparator.comparingLong(interaction -> interaction.origin().order());

    private final Map<String, ByPath> methods = new HashMap<>();
    private final Map<String, BodyKind> kinds = new HashMap<>();
    private final Neighbours neighbours;

    /** @param interactions in the order of the contracts */
    PathIndex(List<HttpReplay> interactions) {
        var byMethod = new HashMap<String, List<HttpReplay>>();
        interactions.forEach(interaction -> byMethod.computeIfAbsent(method(interaction), name -> new ArrayList<>())
                .add(interaction));
        byMethod.forEach((method, those) -> methods.put(method, new ByPath(those)));
        neighbours = new Neighbours(interactions);
    }

    /** All interactions that could match, and few that cannot; in the order of the contracts. */
    List<HttpReplay> candidates(ReceivedRequest.Understood request) {
        var path = comparable(request.path());
        var facts = new Facts(request.request(), path, kinds);
        var found = new ArrayList<HttpReplay>(Branch.FEW);
        for (var branch : branches(request.method(), path)) {
            branch.collect(facts, found);
        }
        if (found.size() > 1) {
            found.sort(IN_ORDER);
        }
        return found;
    }

    /** Those that the method and the path allow; if they are many, {@value #MOST_TOLD} that want nearly what the request has. */
    List<HttpReplay> nearest(ReceivedRequest.Understood request) {
        var path = comparable(request.path());
        var facts = new Facts(request.request(), path, kinds);
        var found = new LinkedHashSet<HttpReplay>();
        for (var branch : branches(request.method(), path)) {
            branch.collectNearest(facts, MOST_TOLD, found);
        }
        return found.stream().sorted(IN_ORDER).toList();
    }

    /** Those whose path is like this one, whatever their method; all if they are few. */
    Collection<HttpReplay> near(String path) {
        return neighbours.of(path, MOST_TOLD);
    }

    private List<Branch> branches(String method, String path) {
        var byPath = methods.get(method);
        return byPath == null ? List.of() : byPath.branches(path);
    }

    /** pact-jvm cuts this out of a path before it compares, wherever it stands. */
    private static String comparable(String path) {
        return path.contains("://") ? path.replaceFirst("https*://([^/]*)", "") : path;
    }

    private static String method(HttpReplay interaction) {
        return interaction.expected().getMethod().toUpperCase(Locale.ROOT);
    }

    /** Those of one method. */
    private final class ByPath {

        private final Map<String, Branch> whole = new HashMap<>();
        private final Map<String, Branch> prefixes = new HashMap<>();
        private final int[] prefixLengths;

        ByPath(List<HttpReplay> interactions) {
            var lengths = new TreeSet<Integer>();
            var buckets = new HashMap<PathPattern, List<HttpReplay>>();
            for (var interaction : interactions) {
                buckets.computeIfAbsent(interaction.path(), path -> new ArrayList<>(1))
                        .add(interaction);
            }
            buckets.forEach((path, those) -> {
                if (!path.whole()) {
                    lengths.add(path.prefix().length());
                }
                (path.whole() ? whole : prefixes).put(path.prefix(), branch(those));
            });
            prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        }

        private Branch branch(List<HttpReplay> interactions) {
            if (interactions.size() > Branch.FEW) {
                interactions.forEach(interaction -> {
                    var type = interaction.expected().determineContentType();
                    kinds.computeIfAbsent(BodyKind.nameOf(type), name -> BodyKind.of(type));
                });
            }
            return Branch.of(interactions);
        }

        List<Branch> branches(String path) {
            var found = new ArrayList<Branch>(2);
            add(whole.get(path), found);
            for (var length : prefixLengths) {
                if (length > path.length()) {
                    break;
                }
                add(prefixes.get(path.substring(0, length)), found);
            }
            return found;
        }

        private static void add(@Nullable Branch branch, List<Branch> found) {
            if (branch != null) {
                found.add(branch);
            }
        }
    }
}
