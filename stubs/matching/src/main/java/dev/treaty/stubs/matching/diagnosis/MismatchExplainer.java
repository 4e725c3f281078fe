package dev.treaty.stubs.matching.diagnosis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.request.MalformedRequest;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.ProviderPath;
import dev.treaty.stubs.matching.request.RequestedState;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Explains why no interaction answers a request: it names the nearest interactions and every difference from them, but repeats none of
 * the request's {@linkplain RequestSecrets secrets}.
 */
public final class MismatchExplainer {

    private final InteractionLookup lookup;
    private final Function<String, URI> urlOfProvider;

    /** @param urlOfProvider where a provider of the loaded contracts can be reached */
    public MismatchExplainer(InteractionLookup lookup, Function<String, URI> urlOfProvider) {
        this.lookup = lookup;
        this.urlOfProvider = urlOfProvider;
    }

    /** Explains a result without an answering interaction, in a bounded time. */
    public MismatchReport explain(MatchResult result) {
        var provider = result.contracts().provider(result.request().provider()).orElse(null);
        if (provider == null) {
            return unknownProvider(result);
        }
        if (!result.ambiguous().isEmpty()) {
            return ambiguous(result);
        }
        if (result.request() instanceof ParsedRequest request) {
            return request.isForMessage()
                    ? new UnmatchedMessage(request, provider).report()
                    : new UnmatchedRequest(request, provider, lookup).report(result);
        }
        return malformed((MalformedRequest) result.request());
    }

    private MismatchReport unknownProvider(MatchResult result) {
        var name = result.request().provider();
        var providers = result.contracts().providers();
        var paths = String.join(", ", providers.stream().map(ProviderPath::of).toList());
        var places = providers.stream()
                .map(known -> new Place(known, urlOfProvider.apply(known).toString()))
                .toList();
        return new MismatchReport(
                MismatchReport.Type.UNKNOWN_PROVIDER,
                "No contract has this provider",
                new ErrorMessage(
                        name.isEmpty()
                                ? "The path does not say which provider is meant."
                                : "No loaded contract has a provider \"%s\".".formatted(name),
                        "the first segment of the path",
                        paths.isEmpty() ? "load a contract" : "start the path with one of " + paths),
                Map.of("providers", places),
                List.of());
    }

    private static MismatchReport ambiguous(MatchResult result) {
        var request = result.request();
        var candidates = result.ambiguous().stream()
                .map(interaction -> Candidate.of(interaction.origin(), List.of()))
                .toList();
        return MismatchReport.of(
                MismatchReport.Type.AMBIGUOUS_REQUEST,
                "Several interactions match the request and respond differently",
                new ErrorMessage(
                        "%d interactions of %s match %s %s, none is more specific than the others, and they respond differently."
                                .formatted(candidates.size(), request.provider(), request.method(), request.path()),
                        "the first is " + candidates.get(0).summary(),
                        "send the header %s with one of the \"states\" of a candidate, or record requests that differ"
                                .formatted(RequestedState.HEADER)),
                request.provider(),
                candidates);
    }

    private static MismatchReport malformed(MalformedRequest request) {
        return MismatchReport.of(
                MismatchReport.Type.MALFORMED_REQUEST,
                "The request cannot be compared with a contract",
                new ErrorMessage(
                        "No contract can match this request: %s.".formatted(request.reason()),
                        "%s %s of %s".formatted(request.method(), request.path(), request.provider()),
                        "send a body that matches its headers, and a valid URI (RFC 3986)"),
                request.provider(),
                List.of());
    }

    @JsonPropertyOrder({"name", "url"})
    private record Place(String name, String url) {}
}
