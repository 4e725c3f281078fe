package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.request.MessageRequest;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Lets WireMock ask pact-jvm about one interaction: for near misses, and for a contract's mapping that was edited. Requests are not
 * matched with it one by one; that is what {@link InteractionLookup} does.
 */
final class PactRequestMatcher extends RequestMatcherExtension {

    static final String NAME = "pact-request";

    private static final String INTERACTION = "interaction";

    private final InteractionLookup lookup;

    PactRequestMatcher(InteractionLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public MatchResult match(Request request, Parameters parameters) {
        var interaction = lookup.contracts().withId(id(parameters)).orElse(null);
        if (interaction == null
                || !(ReceivedRequest.of(raw(request)) instanceof ParsedRequest received)
                || !received.provider().equals(interaction.origin().provider())) {
            return MatchResult.noMatch();
        }
        if (interaction instanceof HttpInteraction http) {
            return http.hasAll(received.states()) ? compare(http, received) : MatchResult.noMatch();
        }
        return MatchResult.of(received.isForMessage() && isWanted((MessageInteraction) interaction, received));
    }

    /** The parameters that name an interaction. */
    static Parameters parameters(UUID id) {
        return Parameters.one(INTERACTION, id.toString());
    }

    private static UUID id(Parameters parameters) {
        return UUID.fromString(parameters.getString(INTERACTION));
    }

    /** WireMock's URLs are those of the main port. */
    static RawRequest raw(Request request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.values()));
        var body = request.getBody();
        return RawRequest.atMainPort(
                request.getMethod().getName(), request.getUrl(), headers, body == null ? new byte[0] : body);
    }

    /** One with another method or path is farther away than any that differs in something else. */
    private MatchResult compare(HttpInteraction interaction, ParsedRequest received) {
        var comparison = lookup.compare(interaction, received);
        if (comparison.matches()) {
            return MatchResult.exactMatch();
        }
        var mismatches = comparison.mismatches().size();
        var distance = mismatches / (mismatches + 1.0) / 2;
        return MatchResult.partialMatch(comparison.matchesMethodAndPath() ? distance : distance + 1.0 / 2);
    }

    private static boolean isWanted(MessageInteraction message, ParsedRequest received) {
        return MessageRequest.read(received)
                .filter(wanted -> message.origin().description().equals(wanted.description()))
                .filter(wanted -> message.hasAll(wanted.states()))
                .isPresent();
    }
}
