package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.ProviderContracts;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why no HTTP interaction of a provider answers a request. */
final class UnmatchedRequest {

    /** Characters; a request's path may fill the screen. */
    private static final int LONGEST_PATH = 300;

    /** Characters; a client may send a header full of states. */
    private static final int LONGEST_STATE = 300;

    /** How many paths a report lists if no interaction has the request's path. */
    private static final int LISTED_PATHS = 20;

    private final ParsedRequest request;
    private final ProviderContracts provider;
    private final InteractionLookup lookup;
    private final RequestSecrets secrets;
    private final MismatchDescriptions descriptions;
    private final NearestComparisons nearest;

    UnmatchedRequest(ParsedRequest request, ProviderContracts provider, InteractionLookup lookup) {
        this.request = request;
        this.provider = provider;
        this.lookup = lookup;
        secrets = RequestSecrets.of(request.request());
        descriptions = new MismatchDescriptions(secrets);
        nearest = new NearestComparisons(request, provider);
    }

    MismatchReport report(MatchResult result) {
        var matching = result.comparisons().stream().filter(Comparison::matches).toList();
        if (!matching.isEmpty()) {
            return unknownState(matching);
        }
        result.comparisons().forEach(nearest::add);
        var samePath = lookup.withSamePath(provider, request)
                .flatMap(interaction -> nearest.compare(interaction).stream())
                .filter(Comparison::matchesMethodAndPath)
                .toList();
        return samePath.isEmpty() ? unknownPath() : noMatch(samePath);
    }

    private MismatchReport noMatch(List<Comparison> comparisons) {
        var candidates = comparisons.stream()
                .sorted(Comparison.NEAREST_FIRST)
                .limit(Candidate.LIMIT)
                .map(this::candidate)
                .toList();
        return report(
                MismatchReport.Type.NO_MATCHING_INTERACTION,
                "No interaction matches the request",
                new ErrorMessage(
                        "No interaction of %s matches %s %s.".formatted(request.provider(), request.method(), path()),
                        "the nearest is " + candidates.get(0).summary(),
                        "send what the contract says (each candidate below lists the differences), or record an"
                                + " interaction for it"),
                Map.of(),
                candidates);
    }

    private MismatchReport unknownPath() {
        var similar = lookup.withSimilarPath(provider, request)
                .map(this::ranked)
                .sorted(RankedInteraction.NEAREST_FIRST)
                .map(RankedInteraction::interaction)
                .toList();
        var candidates = similar.stream()
                .limit(Candidate.LIMIT)
                .map(interaction ->
                        nearest.compare(interaction).map(this::candidate).orElseGet(() -> notCompared(interaction)))
                .toList();
        var paths = similar.stream()
                .map(interaction -> interaction.expected().getMethod() + " "
                        + interaction.expected().getPath())
                .distinct()
                .limit(LISTED_PATHS)
                .toList();
        return report(
                MismatchReport.Type.UNKNOWN_PATH,
                "No interaction has this method and path",
                new ErrorMessage(
                        "No interaction of %s is for %s %s.".formatted(request.provider(), request.method(), path()),
                        candidates.isEmpty()
                                ? "its contracts have only messages"
                                : "the nearest is %s, %s"
                                        .formatted(
                                                paths.get(0), candidates.get(0).summary()),
                        "use the path of one of the candidates below, or record an interaction for this one"),
                Map.of("paths", paths),
                candidates);
    }

    private MismatchReport report(
            MismatchReport.Type type,
            String title,
            ErrorMessage message,
            Map<String, Object> members,
            List<Candidate> candidates) {
        var report = MismatchReport.of(type, title, message, request.provider(), members, candidates);
        return nearest.notComparedCount() == 0
                ? report
                : report.withNote(("Not compared: %s that may be as near; the search ends after %d ms, "
                                + "and leaves out regexes that take long for such a text.")
                        .formatted(
                                Quantity.of(nearest.notComparedCount(), "interaction"),
                                DiagnosisBudget.LONGEST.toMillis()));
    }

    private String path() {
        return ShortText.middle(secrets.hide(request.path()), LONGEST_PATH);
    }

    private RankedInteraction ranked(HttpInteraction interaction) {
        return RankedInteraction.of(interaction, request);
    }

    private Candidate candidate(Comparison comparison) {
        return Candidate.of(
                comparison.interaction().origin(),
                descriptions.of(comparison),
                RequestDiff.lines(comparison, request.request(), secrets));
    }

    private static Candidate notCompared(HttpInteraction interaction) {
        return Candidate.of(
                interaction.origin(),
                List.of("it is for %s %s; the rest was not compared"
                        .formatted(
                                interaction.expected().getMethod(),
                                interaction.expected().getPath())));
    }

    private MismatchReport unknownState(List<Comparison> matching) {
        var requested = ShortText.middle(
                request.states().stream().map(RequestedState::toString).collect(Collectors.joining(" and ")),
                LONGEST_STATE);
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
                                .formatted(request.provider(), request.method(), path(), requested),
                        "the request's header " + RequestedState.HEADER,
                        "ask for a state that one of the candidates below has, or for none"),
                request.provider(),
                candidates);
    }
}
