package dev.treaty.stubs.http;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplaySettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The replays of a server, by provider. */
final class ProviderReplays implements AutoCloseable {

    private final Map<String, ProviderReplay> replays;

    private ProviderReplays(Map<String, ProviderReplay> replays) {
        this.replays = replays;
    }

    /**
     * Opens what has state.
     *
     * @param settings null if only contracts answer
     */
    static ProviderReplays open(Collection<ProviderStub> stubs, @Nullable ReplaySettings settings) {
        var replays = new ProviderReplays(new LinkedHashMap<>());
        if (settings != null) {
            try {
                stubs.forEach(stub -> replays.add(stub, settings));
            } catch (RuntimeException e) {
                replays.close();
                throw e;
            }
        }
        return replays;
    }

    private void add(ProviderStub stub, ReplaySettings settings) {
        stub.open(settings).ifPresent(replay -> replays.put(stub.provider(), replay));
    }

    Optional<ProviderReplay> of(String provider) {
        return replays.isEmpty() ? Optional.empty() : Optional.ofNullable(replays.get(provider));
    }

    SortedSet<String> providers() {
        return new TreeSet<>(replays.keySet());
    }

    @Override
    public void close() {
        replays.values().forEach(ProviderReplay::close);
    }
}
