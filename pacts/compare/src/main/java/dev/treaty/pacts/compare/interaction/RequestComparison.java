package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.answer.MismatchText;
import dev.treaty.pacts.compare.answer.RequestDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a stub of the contract still answers the requests that it answered. */
final class RequestComparison {

    /**
     * How many comparisons with pact-jvm all requests of a contract may take, about three seconds. With more, e.g. for thousands
     * of requests of one path, it is left open whether a request is still answered.
     */
    private static final int MOST_COMPARISONS = 100_000;

    private final V4Pact before;
    private final V4Pact after;
    private final RequestIndex answering;
    private final int mostCandidates;

    RequestComparison(V4Pact before, V4Pact after) {
        this.before = before;
        this.after = after;
        answering = new RequestIndex(after);
        mostCandidates = MOST_COMPARISONS / Math.max(1, before.getInteractions().size());
    }

    /** Of an interaction that has changed. */
    RequestChange change(V4Interaction old, V4Interaction interaction) {
        if (!(old instanceof SynchronousHttp oldHttp)
                || !(interaction instanceof SynchronousHttp http)
                || isSame(oldHttp.getRequest(), http.getRequest())) {
            return RequestChange.SAME;
        }
        var difference = RequestDifference.between(oldHttp.getRequest(), http.getRequest());
        if (difference.isNone()) {
            return RequestChange.MORE;
        }
        return Stream.concat(Stream.of(request(oldHttp.getRequest())), difference.examples().stream())
                .map(request -> refused(
                        oldHttp,
                        request,
                        example -> refusals(after, http, example).get(0)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(RequestChange.NOT_PROVEN);
    }

    /** Of an interaction that is gone. */
    RequestChange removed(V4Interaction old) {
        return old instanceof SynchronousHttp http
                ? refused(http, request(http.getRequest()), example -> "no interaction answers it")
                        .orElse(RequestChange.NOT_PROVEN)
                : RequestChange.SAME;
    }

    private static boolean isSame(HttpRequest old, HttpRequest request) {
        return old.getMethod().equalsIgnoreCase(request.getMethod())
                && old.getPath().equals(request.getPath())
                && old.getQuery().equals(request.getQuery())
                && old.getHeaders().equals(request.getHeaders())
                && old.getBody().equals(request.getBody())
                && rules(old).equals(rules(request));
    }

    private static Map<String, Object> rules(HttpRequest request) {
        return request.getMatchingRules().toMap(PactSpecVersion.V4);
    }

    /** Empty if the example is answered still, by whatever interaction, or by chance, or was not answered before, or if that takes too long to find out. */
    private Optional<RequestChange> refused(SynchronousHttp old, Request example, Function<Request, String> because) {
        if (isDecidedByChance(old) || !refusals(before, old, example).isEmpty()) {
            return Optional.empty();
        }
        var candidates = answering.candidates(example.getMethod(), example.getPath());
        var isAnswered = candidates.stream()
                .limit(mostCandidates)
                .anyMatch(each -> isDecidedByChance(each)
                        || refusals(after, each, example).isEmpty());
        return isAnswered || candidates.size() > mostCandidates
                ? Optional.empty()
                : Optional.of(RequestChange.refused(line(example), because.apply(example)));
    }

    private static boolean isDecidedByChance(SynchronousHttp interaction) {
        return RequestDifference.isDecidedByChance(interaction.getRequest());
    }

    private static Request request(HttpRequest request) {
        return new Request(
                request.getMethod(),
                request.getPath(),
                new HashMap<>(request.getQuery()),
                new HashMap<>(request.getHeaders()),
                request.getBody());
    }

    private static List<String> refusals(V4Pact pact, SynchronousHttp interaction, Request request) {
        if (!interaction.getRequest().getMethod().equalsIgnoreCase(request.getMethod())) {
            return List.of("another method");
        }
        try {
            var refusals = new ArrayList<String>();
            RequestMatching.requestMismatches(pact, interaction, request)
                    .getMismatches()
                    .forEach(mismatch -> refusals.add(MismatchText.of(mismatch)));
            return refusals;
        } catch (Exception | StackOverflowError e) { // of many types
            return List.of("pact-jvm fails: " + e.getMessage());
        }
    }

    private static String line(Request request) {
        var line = request.getMethod() + " " + request.getPath();
        return request.getBody().isPresent() ? line + " " + request.getBody().valueAsString() : line;
    }
}
