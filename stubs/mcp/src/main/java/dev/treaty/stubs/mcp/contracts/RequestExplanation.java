package dev.treaty.stubs.mcp.contracts;

import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.MatchResult;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.matching.request.ProviderPath;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.net.URI;
import java.util.stream.Collectors;

/** What a request gets from contracts, and why, in the words of the stub server's own 404. */
public final class RequestExplanation {

    private static final int MOST_OTHERS = 5;

    private final InteractionLookup lookup;
    private final MismatchExplainer explainer;

    /** @param server the main address of the stub server, of which explanations speak */
    public RequestExplanation(InteractionLookup lookup, URI server) {
        this.lookup = lookup;
        explainer = new MismatchExplainer(lookup, provider -> server.resolve(ProviderPath.of(provider)));
    }

    /** The response that it gets; or the interactions that it nearly matches, with the differences. */
    public String of(RawRequest request) {
        try {
            var result = lookup.find(ReceivedRequest.of(request));
            return result.first().isEmpty() ? explainer.explain(result).toText() : answered(result);
        } catch (TimeLimit.TooLong e) {
            return "Comparing this request with the contracts takes too long, and the stub server refuses it with 503: "
                    + e.getMessage() + "\n";
        }
    }

    private static String answered(MatchResult result) {
        var first = result.answering().get(0);
        var others = result.answering().stream()
                .skip(1)
                .limit(MOST_OTHERS)
                .map(InteractionLine::of)
                .collect(Collectors.joining());
        return "This interaction answers:\n\n"
                + InteractionLine.of(first)
                + (first instanceof HttpInteraction http
                        ? "\nIts response:\n\n" + InteractionText.response(http)
                        : "\n" + InteractionText.of(first))
                + (others.isEmpty()
                        ? ""
                        : "\nThese match as well; the header Pact-Provider-State chooses one by its state:\n\n"
                                + others);
    }
}
