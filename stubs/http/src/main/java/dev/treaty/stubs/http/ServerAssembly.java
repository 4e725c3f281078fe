package dev.treaty.stubs.http;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.admin.AccessLog;
import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.Metrics;
import dev.treaty.stubs.http.admin.RequestLogger;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.page.LatestChanges;
import dev.treaty.stubs.http.page.PageActions;
import dev.treaty.stubs.http.page.PageHandler;
import dev.treaty.stubs.http.page.PageRefusals;
import dev.treaty.stubs.http.page.ReplayWorlds;
import dev.treaty.stubs.http.page.ServedPage;
import dev.treaty.stubs.http.ports.ProviderAddresses;
import dev.treaty.stubs.http.transport.ServerListener;
import dev.treaty.stubs.http.wiremock.EmbeddedWireMock;
import dev.treaty.stubs.http.wiremock.WireMockBridge;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.UnknownProvider;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import dev.treaty.stubs.page.PageAssets;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parts of a server, put together. */
final class ServerAssembly implements AutoCloseable {

    private final InteractionLookup lookup;
    private final ProviderAddresses addresses;
    private final ResponseGenerator responses;
    private final ProviderReplays replays;
    private final AdminGuard guard;
    private final Metrics metrics;
    private final PageHandler page;
    private final EmbeddedWireMock server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Does not open the ports yet. */
    ServerAssembly(ServerSettings settings) {
        var listen = settings.listen();
        lookup = new InteractionLookup(
                contracts(settings), settings.strict(), settings.given(), settings.longestComparison());
        Supplier<Collection<String>> providers = () -> lookup.contracts().providers();
        addresses = new ProviderAddresses(listen, providers);
        responses = new ResponseGenerator(addresses, settings.providerStubs());
        replays = ProviderReplays.open(settings.providerStubs(), settings.replays());
        var assets = new PageAssets();
        guard = new AdminGuard(listen.address(), settings.adminToken(), new PageRefusals(PageHandler.layout(assets)));
        var faults = new FaultInjection(settings.chaos());
        metrics = new Metrics(providers);
        var bridge = new WireMockBridge(lookup, settings.journal());
        var errors = new ProviderErrors(replays);
        var explainer = new MismatchExplainer(lookup, addresses::url);
        var worlds = new ReplayWorlds(bridge.journal(), replays::of);
        page = new PageHandler(
                new ServedPage(
                        lookup,
                        explainer,
                        addresses::url,
                        bridge.journal(),
                        faults,
                        worlds,
                        new LatestChanges(lookup, settings.page().changes()),
                        settings.page()),
                assets,
                guard,
                new PageActions(lookup, faults, bridge, worlds));
        server = new EmbeddedWireMock(
                bridge,
                lookup,
                explainer,
                addresses,
                faults,
                metrics,
                listen,
                new RequestLogger(
                        metrics,
                        settings.accessLog() == null ? null : new AccessLog(settings.accessLog()),
                        settings.misses()),
                new JournalledErrors(errors, bridge),
                new StopListener(stopped, settings.outOfMemory()),
                guard,
                new ReplayHandler(
                        lookup,
                        faults,
                        bridge,
                        responses,
                        explainer,
                        replays,
                        new ControlRequests(replays, guard, errors),
                        errors,
                        settings.requestMemory(),
                        settings.cors(),
                        page));
    }

    private static ContractSnapshot contracts(ServerSettings settings) {
        var contracts = ContractSnapshot.of(settings.pacts(), settings.stateFilter());
        for (var provider : settings.listen().portsOfProviders().keySet()) {
            if (!contracts.providers().contains(provider)) {
                throw new UnknownProvider(provider, contracts.providers());
            }
        }
        settings.given().forEach(contracts::requireState);
        settings.chaos().requireProviders(contracts.providers());
        return contracts;
    }

    /** Opens all ports and starts to answer. */
    void start() {
        try {
            server.start();
        } catch (RuntimeException e) {
            replays.close();
            throw e;
        }
        addresses.opened(server.port(), server.tlsPort(), server.ports());
    }

    InteractionLookup lookup() {
        return lookup;
    }

    ProviderAddresses addresses() {
        return addresses;
    }

    SortedSet<String> replays() {
        return replays.providers();
    }

    boolean isAdminApiClosed() {
        return guard.isClosed();
    }

    void replace(Collection<PactFile> pacts) {
        lookup.replace(pacts);
        responses.contractsReplaced();
    }

    /** Waits until the server does not answer any longer. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** See {@link IdleWait}. */
    boolean awaitIdle(Duration idle, Duration atMost) throws InterruptedException {
        return new IdleWait(metrics::requests, stopped).await(idle, atMost);
    }

    @Override
    public void close() {
        page.close();
        server.close();
        replays.close();
    }

    private record StopListener(CountDownLatch end, Consumer<OutOfMemoryError> outOfMemoryHandler)
            implements ServerListener {

        @Override
        public void stopped() {
            end.countDown();
        }

        @Override
        public void outOfMemory(OutOfMemoryError failure) {
            outOfMemoryHandler.accept(failure);
        }
    }
}
