package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** The contracts as WireMock's default mappings: there at start, and again after "reset mappings". */
final class ContractMappings implements MappingsSource {

    private final Served served;

    ContractMappings(Served served) {
        this.served = served;
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        served.showAll(); // each by itself would cost more than all else that is done at start
    }

    // Contract files are never written here; what is added at run time ends with the server.

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    @Override
    @SuppressWarnings("removal") // the interface still asks for it
    public void remove(StubMapping mapping) {}

    @Override
    public void removeAll() {}
}
