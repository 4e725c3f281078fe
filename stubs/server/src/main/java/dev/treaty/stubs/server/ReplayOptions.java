package dev.treaty.stubs.server;

import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.provider.StateMemory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} does beyond the contracts: the state of replays, where it is kept, and where its events go. */
final class ReplayOptions {

    @Option(
            names = "--contracts-only",
            description =
                    "Respond as the contracts say, and only so. Default: providers whose replay has state respond from that.")
    private boolean contractsOnly;

    @Option(
            names = "--store",
            paramLabel = "FILE|redis://HOST:PORT",
            description =
                    "Keep the state of replays over restarts: in this file, or in Redis, which several servers may"
                            + " share. Default: in memory.")
    private @Nullable String store;

    @Option(
            names = "--state-memory",
            paramLabel = "MIB",
            description =
                    "How much memory the state of replays may take, in MiB; beyond it, the oldest is forgotten, and"
                            + " the log says so. Default: a quarter of the heap.")
    private @Nullable Integer stateMemory;

    @Option(
            names = "--webhook",
            paramLabel = "PROVIDER=URL",
            description =
                    "Send the provider's events there as well as to what was registered through its API; repeatable.")
    private List<String> webhooks = List.of();

    @Option(
            names = "--webhook-allow",
            paramLabel = "HOST",
            description = "A host beyond this machine that webhooks and callbacks may be sent to; repeatable."
                    + " Default: none.")
    private Set<String> webhookHosts = Set.of();

    /** What contradicts what; nothing if all is well. */
    Stream<String> contradictions() {
        var isNoHost = webhookHosts.stream().anyMatch(host -> !host.matches("[\\w.-]+|\\[[\\p{XDigit}:.]+]"));
        var isStateConfigured = store != null || stateMemory != null || !webhooks.isEmpty() || !webhookHosts.isEmpty();
        return Stream.of(
                        Optional.of("--state-memory must be 1 or more, not " + stateMemory)
                                .filter(text -> stateMemory != null && stateMemory < 1),
                        Optional.of("--webhook-allow takes the names of hosts, without scheme, port and path, not "
                                        + String.join(", ", webhookHosts))
                                .filter(text -> isNoHost),
                        Optional.of("--contracts-only leaves nothing for --store, --state-memory and --webhook to do")
                                .filter(text -> contractsOnly && isStateConfigured))
                .flatMap(Optional::stream);
    }

    /** Where the state is kept; null for memory. */
    @Nullable
    String store() {
        return store;
    }

    /**
     * The URLs of each provider.
     *
     * @throws WebhookOption if one is wrong
     */
    Map<String, List<URI>> webhookUrls() {
        return WebhookOption.parse(webhooks, webhookHosts);
    }

    /** Lets a server respond so. */
    void configure(ReplayServer.Builder stubs, Map<String, List<URI>> webhookUrls) {
        if (contractsOnly) {
            stubs.contractsOnly();
        } else {
            stubs.replays(new ReplaySettings(Optional.ofNullable(store), webhookUrls, webhookHosts, memory()));
        }
    }

    private StateMemory memory() {
        return stateMemory == null ? StateMemory.shareOfHeap() : new StateMemory((long) stateMemory << 20);
    }
}
