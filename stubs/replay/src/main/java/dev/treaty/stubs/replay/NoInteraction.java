package dev.treaty.stubs.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no HTTP interaction of a provider answers a request. */
final class NoInteraction {

    /** How many a problem lists if it knows none for the request. */
    private static final int MOST_PATHS = 20;

    private final ReceivedRequest.Understood request;
    private final Contracts.Provider provider;
    private final Served served;
    private final Credentials credentials;
    private final Differences differences;

    NoInteraction(ReceivedRequest.Understood request, Contracts.Provider provider, Served served) {
        this.request = request;
        this.provider = provider;
        this.served = served;
        credentials = Credentials.of(request.request());
        differences = new Differences(credentials);
    }

    Problem problem(Found found) {
        var matching = found.comparisons().stream().filter(Comparison::matches).toList();
        if (!matching.isEmpty()) {
            return noSuchState(matching);
        }
        var here = served.compareNearest(provider, request).stream()
                .filter(Comparison::isForMethodAndPath)
                .toList();
        return here.isEmpty() ? noSuchPath() : different(here);
    }

    private Problem different(List<Comparison> comparisons) {
        var candidates = candidates(comparisons.stream().sorted(Comparison.NEAREST_FIRST));
        return problem(
                "no-matching-interaction",
                "No interaction matches the request",
                """
                No interaction of %s matches %s %s.
                  where: nearest is %s
                  fix:   send what the contract says, the differences are under "candidates"; or record an interaction for it""".formatted(
                                request.provider(),
                                request.method(),
                                request.path(),
                                candidates.get(0).summary()),
                candidates,
                Map.of());
    }

    private Problem noSuchPath() {
        var nearest = served.near(provider, request)
                .map(interaction -> new Ranked(interaction, likeness(interaction), isForMethod(interaction)))
                .sorted(Ranked.NEAREST_FIRST)
                .map(Ranked::interaction)
                .toList();
        var candidates = candidates(nearest.stream().map(interaction -> interaction.compare(request.request())));
        var paths = nearest.stream()
                .map(interaction -> interaction.expected().getMethod() + " "
                        + interaction.expected().getPath())
                .distinct()
                .limit(MOST_PATHS)
                .toList();
        return problem(
                "unknown-path",
                "No interaction has this method and path",
                """
                No interaction of %s is for %s %s.
                  where: nearest is %s
                  fix:   ask for one of the "paths"; or record an interaction for this one""".formatted(
                        request.provider(),
                        request.method(),
                        request.path(),
                        candidates.isEmpty()
                                ? "none, its contracts have only messages"
                                : paths.get(0) + ", " + candidates.get(0).summary()),
                candidates,
                Map.of("paths", paths));
    }

    private Problem noSuchState(List<Comparison> matching) {
        var asked = request.states().stream().map(RequestedState::toString).collect(Collectors.joining(" and "));
        var candidates = matching.stream()
                .limit(Candidate.MOST)
                .map(match -> Candidate.of(match.interaction().origin(), List.of("it is not given " + asked)))
                .toList();
        return problem(
                "unknown-state",
                "No matching interaction has the requested provider state",
                """
                Of the interactions of %s that match %s %s, none is given %s.
                  where: the request's header %s
                  fix:   ask for a state that one of the "candidates" has, or for none""".formatted(request.provider(), request.method(), request.path(), asked, RequestedState.HEADER),
                candidates,
                Map.of());
    }

    private Problem problem(
            String type, String title, String detail, List<Candidate> candidates, Map<String, Object> more) {
        var members = Problem.members(request.provider(), candidates);
        members.putAll(more);
        return Problem.notFound(type, title, detail, members);
    }

    private Likeness likeness(HttpReplay interaction) {
        return Likeness.of(interaction.expected().getPath(), request.path());
    }

    private boolean isForMethod(HttpReplay interaction) {
        return interaction.expected().getMethod().equalsIgnoreCase(request.method());
    }

    private List<Candidate> candidates(Stream<Comparison> comparisons) {
        return comparisons
                .limit(Candidate.MOST)
                .map(comparison -> Candidate.of(
                        comparison.interaction().origin(),
                        differences.of(comparison),
                        SideBySide.lines(comparison, request.request(), credentials)))
                .toList();
    }

    private record Ranked(HttpReplay interaction, Likeness likeness, boolean sameMethod) {

        static final Comparator<Ranked> NEAREST_FIRST = Comparator.comparing(
                        Ranked::likeness, Comparator.reverseOrder())
                .thenComparing(Ranked::sameMethod, Comparator.reverseOrder())
                .thenComparingLong(ranked -> ranked.interaction().origin().order());
    }
}
