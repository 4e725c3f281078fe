package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;

/** The stub mapping that a contract makes, as against those that were added or edited at run time. */
final class ContractMapping extends StubMapping {

    private final Replay replay;

    ContractMapping(Replay replay, RequestPattern request, ResponseDefinition response) {
        super(request, response);
        this.replay = replay;
    }

    Replay replay() {
        return replay;
    }
}
