package dev.treaty.stubs.matching;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.matching.request.MessageRequest;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import dev.treaty.stubs.matching.request.RequestedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the interaction that answers a request. The contracts may be replaced while requests are answered: each request sees the
 * contracts of one moment, never half of a change.
 */
public final class InteractionLookup {

    private final boolean strict;
    private volatile List<RequestedState> given;
    private final TimeLimit timeLimit;
    private final Set<UUID> hidden = ConcurrentHashMap.newKeySet();
    private volatile ContractSnapshot contracts;

    /**
     * @param strict whether a request is refused if several interactions match it and respond differently
     * @param given the states that apply to every request that asks for none
     * @param longestComparison how long a request may be compared with contracts
     */
    public InteractionLookup(
            ContractSnapshot contracts, boolean strict, List<RequestedState> given, Duration longestComparison) {
        this.contracts = contracts;
        this.strict = strict;
        this.given = List.copyOf(given);
        timeLimit = new TimeLimit(longestComparison);
    }

    /** The contracts at this moment. */
    public ContractSnapshot contracts() {
        return contracts;
    }

    /** Serves other contracts from now on; those that are the same objects as before are not indexed again. */
    public synchronized void replace(Collection<PactFile> files) {
        contracts = contracts.with(files);
    }

    /** The states that apply to every request that asks for none. */
    public List<RequestedState> given() {
        return given;
    }

    /**
     * Lets other states apply to every request that asks for none.
     *
     * @throws UnknownState if no interaction has one of them
     */
    public void give(List<RequestedState> states) {
        states.forEach(contracts::requireState);
        given = List.copyOf(states);
    }

    /** Stops serving an interaction, even if its contract is loaded again. */
    public void hide(ReplayedInteraction interaction) {
        hidden.add(interaction.origin().id());
    }

    /** Stops serving every interaction that is loaded now. */
    public void hideAll() {
        contracts.interactions().forEach(this::hide);
    }

    /** Serves every interaction again. */
    public void showAll() {
        hidden.clear();
    }

    /** The interaction with this id, if it is served. */
    public Optional<ReplayedInteraction> withId(UUID id) {
        return contracts.withId(id).filter(this::isServed);
    }

    /** All interactions that are served, in the order of the contracts. */
    public Stream<ReplayedInteraction> all() {
        return contracts.interactions().filter(this::isServed);
    }

    private boolean isServed(ReplayedInteraction interaction) {
        return hidden.isEmpty() || !hidden.contains(interaction.origin().id());
    }

    /**
     * The interactions that may answer, by the contracts of this moment.
     *
     * @throws TimeLimit.TooLong if the comparison takes too long
     */
    public MatchResult find(ReceivedRequest received) {
        var now = contracts;
        var provider = now.provider(received.provider());
        if (provider.isEmpty() || !(received instanceof ParsedRequest request)) {
            return MatchResult.none(now, received);
        }
        return request.isForMessage()
                ? findMessages(now, provider.get(), request)
                : findInteractions(now, provider.get(), request);
    }

    /** Whether the interaction that answers a request has one of the states that apply to every request. */
    public boolean hasGivenState(ParsedRequest request) {
        var preferred = preferred(request);
        return !preferred.isEmpty()
                && find(request)
                        .first()
                        .filter(first -> first.countOf(preferred) > 0)
                        .isPresent();
    }

    /** Whether the interaction that answers a request names this id in the example of its request. */
    public boolean isNamed(String id, ParsedRequest request) {
        return find(request)
                .first()
                .filter(first -> first instanceof HttpInteraction http && http.names(id))
                .isPresent();
    }

    /** A client's own choice counts instead of the one for all. */
    private List<RequestedState> preferred(ParsedRequest request) {
        return request.preferredStates().isEmpty() ? given : request.preferredStates();
    }

    private MatchResult findMessages(ContractSnapshot now, ProviderContracts provider, ParsedRequest request) {
        var preferred = preferred(request);
        var messages = provider.messages().stream().filter(this::isServed).toList();
        var answering = MessageRequest.read(request)
                .map(message -> Selection.of(messages, message, preferred))
                .orElse(List.of());
        return new MatchResult(now, request, List.of(), answering, List.of());
    }

    private MatchResult findInteractions(ContractSnapshot now, ProviderContracts provider, ParsedRequest request) {
        var preferred = preferred(request);
        // without a state, the first of those that expect the same request wins anyway
        var firstSuffices = request.states().isEmpty() && preferred.isEmpty() && !strict;
        var candidates = provider.index().candidates(request);
        var comparisons =
                withinTimeLimit(provider, request, candidates, () -> compare(candidates, request, firstSuffices));
        var selection = Selection.of(comparisons, request.states(), preferred);
        return strict && !selection.ambiguous().isEmpty()
                ? new MatchResult(now, request, comparisons, List.of(), selection.ambiguous())
                : new MatchResult(now, request, comparisons, selection.answering(), List.of());
    }

    /** The interactions that have the request's method and path; the nearest of them if there are many. */
    public Stream<HttpInteraction> withSamePath(ProviderContracts provider, ParsedRequest request) {
        return provider.index().nearest(request).stream().filter(this::isServed);
    }

    /**
     * Compares the request with one interaction.
     *
     * @throws TimeLimit.TooLong if it takes too long
     */
    public Comparison compare(HttpInteraction interaction, ParsedRequest request) {
        var provider = contracts.provider(request.provider());
        return provider.isEmpty()
                ? Comparison.of(interaction, request.request())
                : withinTimeLimit(
                        provider.get(),
                        request,
                        List.of(interaction),
                        () -> Comparison.of(interaction, request.request()));
    }

    /** Runs comparisons of a request with some of a provider's interactions; on another thread if they may take long. */
    private <T> T withinTimeLimit(
            ProviderContracts provider,
            ParsedRequest request,
            Collection<HttpInteraction> interactions,
            Supplier<T> comparisons) {
        var cost = provider.cost();
        if (!cost.mayTakeLong(request.request(), interactions)) {
            return comparisons.get();
        }
        return timeLimit.within(() -> {
            cost.awaitRegexes(request.request(), interactions);
            return comparisons.get();
        });
    }

    /** The interactions with a similar path; all if there are few. */
    public Stream<HttpInteraction> withSimilarPath(ProviderContracts provider, ParsedRequest request) {
        return provider.index().near(request.path()).stream().filter(this::isServed);
    }

    private List<Comparison> compare(
            List<HttpInteraction> candidates, ParsedRequest request, boolean firstOfTwinsSuffices) {
        if (candidates.size() == 1 && isServed(candidates.get(0))) {
            return List.of(Comparison.of(candidates.get(0), request.request()));
        }
        var comparisons = new ArrayList<Comparison>(candidates.size());
        var known = new IdentityHashMap<IRequest, Comparison>(candidates.size());
        for (var candidate : candidates) {
            if (Thread.interrupted()) {
                return List.of(); // the time limit is over, so the result is not needed
            }
            var twin = known.get(candidate.expected());
            if (!isServed(candidate) || (twin != null && firstOfTwinsSuffices)) {
                continue;
            }
            var comparison = twin == null ? Comparison.of(candidate, request.request()) : twin.appliedTo(candidate);
            known.put(candidate.expected(), comparison);
            comparisons.add(comparison);
        }
        return comparisons;
    }
}
