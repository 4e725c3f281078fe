package dev.treaty.provider.junit.standin;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplaySettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The stub server, standing in for a vendor on a free port. A vendor whose replay has state answers from that alone: the server is given no
 * interaction. Any other answers as the contracts say.
 */
public final class VendorReplay implements AutoCloseable {

    private final String vendor;
    private final WebhookReceiver receiver;
    private final ReplayServer server;

    private VendorReplay(String vendor, WebhookReceiver receiver, ReplayServer server) {
        this.vendor = vendor;
        this.receiver = receiver;
        this.server = server;
    }

    /**
     * Starts it with what is on the class path.
     *
     * @param contracts that answer if the vendor's replay has no state
     */
    public static VendorReplay start(String vendor, List<PactFile> contracts) {
        return start(vendor, contracts, installedStubs());
    }

    /** Like {@link #start(String, List)}, but with these stubs. */
    public static VendorReplay start(
            String vendor, List<PactFile> contracts, Collection<? extends ProviderStub> stubs) {
        var receiver = new WebhookReceiver();
        var webhooks = Map.of(vendor, List.of(receiver.url()));
        var server = ReplayServer.builder()
                .providerStubs(stubs)
                .replays(new ReplaySettings(Optional.empty(), webhooks, Set.of()))
                .pacts(List.of(withoutInteractions(vendor)))
                .listen(vendor, 0)
                .start();
        if (!server.replays().contains(vendor)) {
            server.replace(contracts);
        }
        return new VendorReplay(vendor, receiver, server);
    }

    /** What knows the vendors on the class path. */
    public static List<ProviderStub> installedStubs() {
        return ServiceLoader.load(ProviderStub.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static PactFile withoutInteractions(String vendor) {
        var consumer = "nobody";
        var pact = new V4Pact(new Consumer(consumer), new Provider(vendor), List.of());
        return new PactFile(Path.of(consumer + "-" + vendor + ".json"), consumer, vendor, pact);
    }

    /** Whether it answers from its state, and never from a contract. */
    public boolean hasState() {
        return server.replays().contains(vendor);
    }

    /** The vendor's URL, e.g. {@code http://127.0.0.1:41233}. */
    public URI url() {
        return server.url(vendor);
    }

    /** Where an application accepts the vendor's webhooks. */
    public URI webhookUrl() {
        return receiver.url();
    }

    /** The webhooks that the application received with one of these bodies, the latest first. */
    public List<ReceivedWebhook> received(Collection<String> bodies) {
        return receiver.received(bodies);
    }

    @Override
    public void close() {
        server.close();
        receiver.close();
    }
}
