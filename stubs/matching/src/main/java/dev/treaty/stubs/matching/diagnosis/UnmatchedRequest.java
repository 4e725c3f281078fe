package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.ProviderContracts;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why no HTTP interaction of a provider answers a request. */
final class UnmatchedRequest {

    /** How many paths a report lists if no interaction has the request's path. */
    private static final int LISTED_PATHS = 20;

    private final ParsedRequest request;
    private final ProviderContracts provider;
    private final InteractionLookup lookup;
    private final RequestSecrets secrets;
    private final MismatchDescriptions descriptions;

    UnmatchedRequest(ParsedRequest request, ProviderContracts provider, InteractionLookup lookup) {
        this.request = request;
        this.provider = provider;
        this.lookup = lookup;
        secrets = RequestSecrets.of(request.request());
        descriptions = new MismatchDescriptions(secrets);
    }

    MismatchReport report(MatchResult result) {
        var matching = result.comparisons().stream().filter(Comparison::matches).toList();
        if (!matching.isEmpty()) {
            return unknownState(matching);
        }
        var samePath = lookup.compareNearest(provider, request).stream()
                .filter(Comparison::matchesMethodAndPath)
                .toList();
        return samePath.isEmpty() ? unknownPath() : noMatch(samePath);
    }

    private MismatchReport noMatch(List<Comparison> comparisons) {
        var candidates = candidates(comparisons.stream().sorted(Comparison.NEAREST_FIRST));
        return MismatchReport.of(
                MismatchReport.Type.NO_MATCHING_INTERACTION,
                "No interaction matches the request",
                new ErrorMessage(
                        "No interaction of %s matches %s %s."
                                .formatted(request.provider(), request.method(), request.path()),
                        "the nearest is " + candidates.get(0).summary(),
                        "send what the contract says (each candidate below lists the differences), or record an interaction for it"),
                request.provider(),
                candidates);
    }

    private MismatchReport unknownPath() {
        var nearest = lookup.withSimilarPath(provider, request)
                .map(interaction -> new Ranked(interaction, similarity(interaction), isForMethod(interaction)))
                .sorted(Ranked.NEAREST_FIRST)
                .map(Ranked::interaction)
                .toList();
        var candidates = candidates(nearest.stream().map(interaction -> Comparison.of(interaction, request.request())));
        var paths = nearest.stream()
                .map(interaction -> interaction.expected().getMethod() + " "
                        + interaction.expected().getPath())
                .distinct()
                .limit(LISTED_PATHS)
                .toList();
        return MismatchReport.of(
                MismatchReport.Type.UNKNOWN_PATH,
                "No interaction has this method and path",
                new ErrorMessage(
                        "No interaction of %s is for %s %s."
                                .formatted(request.provider(), request.method(), request.path()),
                        candidates.isEmpty()
                                ? "its contracts have only messages"
                                : "the nearest is %s, %s"
                                        .formatted(
                                                paths.get(0), candidates.get(0).summary()),
                        "use the path of one of the candidates below, or record an interaction for this one"),
                request.provider(),
                Map.of("paths", paths),
                candidates);
    }

    private MismatchReport unknownState(List<Comparison> matching) {
        var requested = request.states().stream().map(RequestedState::toString).collect(Collectors.joining(" and "));
        var candidates = matching.stream()
                .limit(Candidate.LIMIT)
                .map(match ->
                        Candidate.of(match.interaction().origin(), List.of("it does not have the state " + requested)))
                .toList();
        return MismatchReport.of(
                MismatchReport.Type.UNKNOWN_STATE,
                "No matching interaction has the requested provider state",
                new ErrorMessage(
                        "None of the interactions of %s that match %s %s has the state %s."
                                .formatted(request.provider(), request.method(), request.path(), requested),
                        "the request's header " + RequestedState.HEADER,
                        "ask for a state that one of the candidates below has, or for none"),
                request.provider(),
                candidates);
    }

    private Similarity similarity(HttpInteraction interaction) {
        return Similarity.of(interaction.expected().getPath(), request.path());
    }

    private boolean isForMethod(HttpInteraction interaction) {
        return interaction.expected().getMethod().equalsIgnoreCase(request.method());
    }

    private List<Candidate> candidates(Stream<Comparison> comparisons) {
        return comparisons
                .limit(Candidate.LIMIT)
                .map(comparison -> Candidate.of(
                        comparison.interaction().origin(),
                        descriptions.of(comparison),
                        RequestDiff.lines(comparison, request.request(), secrets)))
                .toList();
    }

    private record Ranked(HttpInteraction interaction, Similarity similarity, boolean sameMethod) {

        static final Comparator<Ranked> NEAREST_FIRST = Comparator.comparing(
                        Ranked::similarity, Comparator.reverseOrder())
                .thenComparing(Ranked::sameMethod, Comparator.reverseOrder())
                .thenComparingLong(ranked -> ranked.interaction().origin().order());
    }
}
