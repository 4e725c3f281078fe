package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import java.util.UUID;

/**
 * Lets WireMock ask pact-jvm about one interaction: for near misses, and for a contract's mapping that was edited.
 * Requests are not matched with it one by one; that is {@link Served}'s work.
 */
final class PactMatcher extends RequestMatcherExtension {

    static final String NAME = "pact-request";

    private static final String INTERACTION = "interaction";

    private final Served served;

    PactMatcher(Served served) {
        this.served = served;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public MatchResult match(Request request, Parameters parameters) {
        var replay = served.contracts().withId(id(parameters)).orElse(null);
        if (replay == null
                || !(ReceivedRequest.of(Arrived.of(request)) instanceof ReceivedRequest.Understood received)
                || !received.provider().equals(replay.origin().provider())) {
            return MatchResult.noMatch();
        }
        if (replay instanceof HttpReplay http) {
            return replay.holds(received.states()) ? compare(http, received) : MatchResult.noMatch();
        }
        return MatchResult.of(received.isForMessage() && isAskedFor((MessageReplay) replay, received));
    }

    /** What names the interaction. */
    static Parameters parameters(UUID id) {
        return Parameters.one(INTERACTION, id.toString());
    }

    private static UUID id(Parameters parameters) {
        return UUID.fromString(parameters.getString(INTERACTION));
    }

    private MatchResult compare(HttpReplay interaction, ReceivedRequest.Understood received) {
        var provider = served.contracts().provider(received.provider()).orElseThrow();
        var comparison = served.inTime(provider, received, () -> interaction.compare(received.request()));
        if (comparison.matches()) {
            return MatchResult.exactMatch();
        }
        var differences = comparison.mismatches().size();
        return MatchResult.partialMatch(differences / (differences + 1.0));
    }

    private static boolean isAskedFor(MessageReplay message, ReceivedRequest.Understood received) {
        return MessageRequest.read(received)
                .filter(question -> message.origin().description().equals(question.description()))
                .filter(question -> message.holds(question.states()))
                .isPresent();
    }
}
