package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;

/** What WireMock stores: its usual stores, but for the stub mappings and the journal. */
final class ReplayStores extends DefaultStores {

    private final ReplayStore mappings;
    private final Journal journal;

    ReplayStores(ReplayStore mappings, Journal journal) {
        super(new ClasspathFileSource("dev/treaty/stubs/replay/files"));
        this.mappings = mappings;
        this.journal = journal;
    }

    @Override
    public StubMappingStore getStubStore() {
        return mappings;
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }

    Journal journal() {
        return journal;
    }

    /** Whether a mapping that was added or edited could answer before the contracts do. */
    boolean mayComeFirst(Arrived arrived) {
        return mappings.mayComeFirst(arrived.method(), arrived.url());
    }

    /** Whether WireMock is told to delay each answer. */
    boolean delayAll() {
        var settings = getSettingsStore().get();
        return settings.getFixedDelay() != null || settings.getDelayDistribution() != null;
    }
}
