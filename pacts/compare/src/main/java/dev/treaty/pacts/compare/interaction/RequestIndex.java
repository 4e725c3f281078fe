package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the interactions that can answer a request at all, by its method and by how their paths must begin. Without it, each request that is
 * gone would be compared with each interaction that is left.
 */
final class RequestIndex {

    private final Map<String, List<SynchronousHttp>> byPathStart = new HashMap<>();

    RequestIndex(V4Pact pact) {
        var seen = new HashSet<Object>();
        for (var interaction : pact.getInteractions()) {
            if (interaction instanceof SynchronousHttp http && seen.add(question(http.getRequest()))) {
                byPathStart
                        .computeIfAbsent(key(http.getRequest()), key -> new ArrayList<>())
                        .add(http);
            }
        }
    }

    /** Interactions that differ in their states, names and answers only answer the same requests. */
    private static List<Object> question(HttpRequest request) {
        return List.of(
                request.getMethod().toUpperCase(Locale.ROOT),
                request.getPath(),
                request.getQuery(),
                request.getHeaders(),
                request.getBody(),
                request.getMatchingRules().toMap(PactSpecVersion.V4));
    }

    private static String key(HttpRequest request) {
        return key(request.getMethod(), pathStart(request));
    }

    private static String key(String method, String pathStart) {
        return method.toUpperCase(Locale.ROOT) + " " + pathStart;
    }

    /** How every path begins that is accepted. */
    private static String pathStart(HttpRequest request) {
        var rules = request.getMatchingRules().rulesForCategory("path");
        if (rules.isEmpty()) {
            // pact-jvm also takes the path itself as a regex
            return PathStart.common(Stream.of(request.getPath(), PathStart.ofRegex(request.getPath())));
        }
        return PathStart.common(rules.getMatchingRules().values().stream()
                .flatMap(group -> group.getRules().stream())
                .map(rule -> rule instanceof RegexMatcher regex ? PathStart.ofRegex(regex.getRegex()) : ""));
    }

    /** The interactions that may answer a request; each other one does not. */
    List<SynchronousHttp> candidates(String method, String path) {
        return IntStream.rangeClosed(0, path.length())
                .mapToObj(length -> byPathStart.getOrDefault(key(method, path.substring(0, length)), List.of()))
                .flatMap(List::stream)
                .toList();
    }
}
