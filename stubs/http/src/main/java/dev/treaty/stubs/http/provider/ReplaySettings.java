package dev.treaty.stubs.http.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How replays keep their state and reach applications.
 *
 * @param store where to keep state: a file, or {@code redis://host:port}; empty for memory
 * @param webhooks where each provider's events are sent, in addition to what was registered through its API; by provider
 * @param allowedHosts the hosts beyond this machine to which replays may send requests
 * @param memory that their state takes, all together
 */
public record ReplaySettings(
        Optional<String> store, Map<String, List<URI>> webhooks, Set<String> allowedHosts, StateMemory memory) {

    /** In memory, without webhooks, and to this machine only. */
    public static final ReplaySettings DEFAULT = new ReplaySettings(Optional.empty(), Map.of(), Set.of());

    /** With a memory of their own. */
    public ReplaySettings(Optional<String> store, Map<String, List<URI>> webhooks, Set<String> allowedHosts) {
        this(store, webhooks, allowedHosts, StateMemory.shareOfHeap());
    }

    public ReplaySettings {
        webhooks = Map.copyOf(webhooks);
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
