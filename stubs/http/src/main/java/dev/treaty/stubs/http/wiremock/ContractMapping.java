package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;

/** The stub mapping of an interaction, as opposed to mappings that were added or edited through the admin API. */
final class ContractMapping extends StubMapping {

    private final ReplayedInteraction interaction;

    ContractMapping(ReplayedInteraction interaction, RequestPattern request, ResponseDefinition response) {
        super(request, response);
        this.interaction = interaction;
    }

    ReplayedInteraction interaction() {
        return interaction;
    }
}
