package dev.treaty.stubs.http;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.cors.CorsPolicy;
import dev.treaty.stubs.http.faults.Chaos;
import dev.treaty.stubs.http.limits.MemoryBudget;
import dev.treaty.stubs.http.page.PageSettings;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.request.RequestedState;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a server is configured; {@link ReplayServer.Builder} documents each setting. */
record ServerSettings(
        List<PactFile> pacts,
        ListenSettings listen,
        List<ProviderStub> providerStubs,
        @Nullable ReplaySettings replays,
        StateFilter stateFilter,
        List<RequestedState> given,
        boolean strict,
        int journal,
        Chaos chaos,
        CorsPolicy cors,
        Duration longestComparison,
        MemoryBudget requestMemory,
        @Nullable String adminToken,
        @Nullable Writer accessLog,
        @Nullable Consumer<String> misses,
        Consumer<OutOfMemoryError> outOfMemory,
        PageSettings page) {

    ServerSettings {
        pacts = List.copyOf(pacts);
        providerStubs = List.copyOf(providerStubs);
        given = List.copyOf(given);
    }
}
