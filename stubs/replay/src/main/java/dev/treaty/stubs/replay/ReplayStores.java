package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.StubMappingStore;

/** WireMock's usual stores, but for the stub mappings. */
final class ReplayStores extends DefaultStores {

    private final ReplayStore mappings;

    ReplayStores(ReplayStore mappings) {
        super(new ClasspathFileSource("dev/treaty/stubs/replay/files"));
        this.mappings = mappings;
    }

    @Override
    public StubMappingStore getStubStore() {
        return mappings;
    }
}
