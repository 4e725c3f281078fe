package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Collection;
import java.util.List;

/** Makes the answers that are not the same each time: those with generators, and messages, which a provider may sign. */
final class Answering implements ResponseDefinitionTransformerV2 {

    static final String NAME = "pact-answer"; // WireMock has one name space for all extensions

    private final Addresses addresses;
    private final List<ProviderStub> providerStubs;

    Answering(Addresses addresses, Collection<ProviderStub> providerStubs) {
        this.addresses = addresses;
        this.providerStubs = List.copyOf(providerStubs);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        // an edited mapping answers what it was edited to, not what the contract says
        return event.getStubMapping() instanceof ContractMapping contract
                ? answer(contract.replay(), event.getRequest().getMethod().getName())
                : event.getResponseDefinition();
    }

    ResponseDefinition answer(Replay replay, String method) {
        if (replay instanceof HttpReplay http) {
            var provider = addresses.url(http.origin().provider());
            return Answers.of(http.generate(provider), method).build();
        }
        return Answers.of(complete((MessageReplay) replay)).build();
    }

    private Message complete(MessageReplay replay) {
        var message = replay.generate();
        for (var stub : providerStubs) {
            if (stub.provider().equals(replay.origin().provider())) {
                message = stub.complete(message);
            }
        }
        return message;
    }
}
