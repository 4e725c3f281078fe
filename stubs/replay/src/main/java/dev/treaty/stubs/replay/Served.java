package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.files.PactFile;
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
 * The interactions that are served at present, and who among them answers a request. May be changed while it is read: a
 * request sees the contracts of one moment, and never half of a change.
 */
final class Served {

    private final boolean strict;
    private final List<RequestedState> given;
    private final TimeLimit timeLimit;
    private final Set<UUID> hidden = ConcurrentHashMap.newKeySet();
    private volatile Contracts contracts;

    /**
     * @param strict whether interactions that answer differently may not contend for a request
     * @param given to every request that asks for no state itself
     * @param longest that a request is compared with contracts
     */
    Served(Contracts contracts, boolean strict, List<RequestedState> given, Duration longest) {
        this.contracts = contracts;
        this.strict = strict;
        this.given = List.copyOf(given);
        timeLimit = new TimeLimit(longest);
    }

    Contracts contracts() {
        return contracts;
    }

    synchronized void replace(Collection<PactFile> files) {
        contracts = contracts.with(files);
    }

    /** Serves it no more, whichever contracts come. */
    void hide(Replay replay) {
        hidden.add(replay.origin().id());
    }

    void hideAll() {
        contracts.interactions().forEach(this::hide);
    }

    void showAll() {
        hidden.clear();
    }

    Optional<Replay> withId(UUID id) {
        return contracts.withId(id).filter(this::isServed);
    }

    /** In the order of the contracts. */
    Stream<Replay> all() {
        return contracts.interactions().filter(this::isServed);
    }

    private boolean isServed(Replay replay) {
        return hidden.isEmpty() || !hidden.contains(replay.origin().id());
    }

    /**
     * Who may answer, by the contracts of this moment.
     *
     * @throws TimeLimit.TooLong if it takes too long to find out
     */
    Found find(ReceivedRequest received) {
        var now = contracts;
        var provider = now.provider(received.provider());
        if (provider.isEmpty() || !(received instanceof ReceivedRequest.Understood request)) {
            return Found.nobody(now, received);
        }
        return request.isForMessage()
                ? findMessages(now, provider.get(), request)
                : findInteractions(now, provider.get(), request);
    }

    private Found findMessages(Contracts now, Contracts.Provider provider, ReceivedRequest.Understood request) {
        var messages = provider.messages().stream().filter(this::isServed).toList();
        var answering = MessageRequest.read(request)
                .map(question -> Selection.of(messages, question, given))
                .orElse(List.of());
        return new Found(now, request, List.of(), answering, List.of());
    }

    private Found findInteractions(Contracts now, Contracts.Provider provider, ReceivedRequest.Understood request) {
        // if nobody asks for a state, the first of those that expect the same request goes before the others
        var firstWillDo = request.states().isEmpty() && given.isEmpty() && !strict;
        var comparisons =
                inTime(provider, request, () -> compare(provider.http().candidates(request), request, firstWillDo));
        var selection = Selection.of(comparisons, request.states(), given);
        return strict && !selection.contending().isEmpty()
                ? new Found(now, request, comparisons, List.of(), selection.contending())
                : new Found(now, request, comparisons, selection.answering(), List.of());
    }

    /** With those that have the request's method and path, the nearest of them if they are many. */
    List<Comparison> compareNearest(Contracts.Provider provider, ReceivedRequest.Understood request) {
        return compare(provider.http().nearest(request), request, false);
    }

    /**
     * What comes of comparing a request with a provider's interactions.
     *
     * @throws TimeLimit.TooLong if it takes too long
     */
    <T> T inTime(Contracts.Provider provider, ReceivedRequest.Understood request, Supplier<T> comparing) {
        return provider.effort().mayBeGreat(request) ? timeLimit.within(comparing) : comparing.get();
    }

    /** Those whose path resembles the request's, all of them if they are few. */
    Stream<HttpReplay> near(Contracts.Provider provider, ReceivedRequest.Understood request) {
        return provider.http().near(request.path()).stream().filter(this::isServed);
    }

    private List<Comparison> compare(
            List<HttpReplay> candidates, ReceivedRequest.Understood request, boolean firstOfTwinsWillDo) {
        if (candidates.size() == 1 && isServed(candidates.get(0))) {
            return List.of(candidates.get(0).compare(request.request()));
        }
        var comparisons = new ArrayList<Comparison>(candidates.size());
        var known = new IdentityHashMap<IRequest, Comparison>(candidates.size());
        for (var candidate : candidates) {
            if (Thread.interrupted()) {
                return List.of(); // nobody waits for it any more
            }
            var twin = known.get(candidate.expected());
            if (!isServed(candidate) || (twin != null && firstOfTwinsWillDo)) {
                continue;
            }
            var comparison = twin == null ? candidate.compare(request.request()) : twin.of(candidate);
            known.put(candidate.expected(), comparison);
            comparisons.add(comparison);
        }
        return comparisons;
    }
}
