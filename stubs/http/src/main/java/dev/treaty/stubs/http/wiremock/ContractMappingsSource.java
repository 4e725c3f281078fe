package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.treaty.stubs.matching.InteractionLookup;
import java.util.List;

/** The contracts as WireMock's default mappings: present at the start, and again after "reset mappings". */
final class ContractMappingsSource implements MappingsSource {

    private final InteractionLookup lookup;

    ContractMappingsSource(InteractionLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        lookup.showAll(); // adding each mapping would cost more than the rest of the start
    }

    // Contract files are never written, and what is added at run time ends with the server.

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    @Override
    @SuppressWarnings("removal") // the interface still requires it
    public void remove(StubMapping mapping) {}

    @Override
    public void removeAll() {}
}
