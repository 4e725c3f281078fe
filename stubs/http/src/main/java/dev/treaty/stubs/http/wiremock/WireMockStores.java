package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.InMemorySettingsStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.SettingsStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.treaty.stubs.http.wiremock.admin.MappingCheck;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What WireMock stores: its default stores, except for the stub mappings, the journal and the files. */
final class WireMockStores extends DefaultStores {

    /** A folder that does not exist: nothing is ever read from files. */
    static final String FILES = "dev/treaty/stubs/http/files";

    private final MappingStore mappings;
    private final Journal journal;
    private final SettingsStore settings = new InMemorySettingsStore() {
        @Override
        public void set(GlobalSettings newSettings) {
            MappingCheck.check(newSettings);
            super.set(newSettings);
        }
    };
    private final Map<String, BlobStore> files = new ConcurrentHashMap<>();

    WireMockStores(MappingStore mappings, Journal journal) {
        super(new ClasspathFileSource(FILES));
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

    @Override
    public SettingsStore getSettingsStore() {
        return settings;
    }

    @Override
    public BlobStore getBlobStore(String name) {
        return files.computeIfAbsent(name, first -> new MemoryFiles());
    }

    MappingStore mappings() {
        return mappings;
    }

    Journal journal() {
        return journal;
    }

    /** Whether a mapping's scenario, if it belongs to one, is in the state that the mapping requires. */
    boolean isInRequiredState(StubMapping mapping) {
        return !mapping.isInScenario()
                || mapping.getRequiredScenarioState() == null
                || getScenariosStore()
                        .get(mapping.getScenarioName())
                        .map(scenario -> scenario.getState().equals(mapping.getRequiredScenarioState()))
                        .orElse(false);
    }

    /** The delay that WireMock's settings ask for, before each response of a stub; zero for none. */
    Duration globalDelay() {
        var current = settings.get();
        if (current.getFixedDelay() != null) {
            return Duration.ofMillis(current.getFixedDelay());
        }
        return current.getDelayDistribution() == null
                ? Duration.ZERO
                : Duration.ofMillis(current.getDelayDistribution().sampleMillis());
    }
}
