package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import dev.treaty.pacts.files.PactFile;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** One WireMock server, and one Jetty in it, with a connector for each port. */
final class Listeners implements AutoCloseable {

    /** How many requests are answered at the same time; delays hold a thread. */
    private static final int WORKERS = 64;

    private final WireMockServer server;
    private final StubHttpServerFactory jetty;
    private final Served served;
    private final Addresses addresses;
    private final AdminGuard guard;

    private Listeners(
            WireMockServer server, StubHttpServerFactory jetty, Served served, Addresses addresses, AdminGuard guard) {
        this.server = server;
        this.jetty = jetty;
        this.served = served;
        this.addresses = addresses;
        this.guard = guard;
    }

    static Listeners open(ReplayServer.Builder builder) {
        var listeners = build(builder);
        start(listeners.server);
        listeners.addresses.opened(listeners.server.port(), listeners.jetty.ports());
        return listeners;
    }

    /** All but open the ports. */
    static Listeners build(ReplayServer.Builder builder) {
        var contracts = Contracts.of(builder.pacts(), builder.stateFilter());
        for (var provider : builder.ports().keySet()) {
            if (!contracts.providers().contains(provider)) {
                throw new UnknownProvider(provider, contracts.providers());
            }
        }
        builder.given().forEach(contracts::mustKnow);
        var served = new Served(contracts, builder.isStrict(), builder.given(), builder.longestComparison());
        var addresses =
                new Addresses(builder.address(), () -> served.contracts().providers());
        var answering = new Answering(addresses, builder.providerStubs());
        var handover = new Handover(served);
        var notMatched = new NotMatched(served, handover, addresses);
        var stores = new ReplayStores(new ReplayStore(served, handover), new Journal(builder.journal()));
        var disturbances = new Disturbances(builder.chaos());
        var metrics = new Metrics(() -> served.contracts().providers());
        var guard = new AdminGuard(builder.address(), builder.adminToken());
        var jetty = new StubHttpServerFactory(
                builder.ports(),
                builder.connections(),
                new Observer(metrics, builder.accessLog() == null ? null : new AccessLog(builder.accessLog())),
                new Intake(served, disturbances, stores, handover, answering, notMatched),
                guard);
        var wireMock = new WireMockServer(configuration(stores)
                .bindAddress(builder.address())
                .port(builder.port())
                .containerThreads(WORKERS + jetty.threads())
                .httpServerFactory(jetty)
                .mappingSource(new ContractMappings(served))
                .notMatchedRendererFactory(extensions -> notMatched)
                .extensions(
                        new PactMatcher(served),
                        answering,
                        new NothingAdded(),
                        metrics,
                        new DisturbanceApi(
                                disturbances, () -> served.contracts().providers())));
        return new Listeners(wireMock, jetty, served, addresses, guard);
    }

    private static WireMockConfiguration configuration(ReplayStores stores) {
        return WireMockConfiguration.options()
                .fileSource(new ClasspathFileSource("dev/treaty/stubs/replay/files"))
                .withStores(stores)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .templatingEnabled(false) // "{{" in a contract is text
                .stubRequestLoggingDisabled(true)
                .httpClientFactory(Listeners::lazyHttpClient);
    }

    /** WireMock needs it when an added mapping is a proxy, and it takes longer to make than all else at start. */
    private static HttpClient lazyHttpClient(
            Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, systemProperties));
    }

    private static void start(WireMockServer server) {
        try {
            server.start();
        } catch (FatalStartupException e) {
            server.stop();
            throw e.getCause() instanceof ReplayException replay ? replay : e;
        }
    }

    void replace(Collection<PactFile> pacts) {
        served.replace(pacts);
    }

    boolean isAdminApiShut() {
        return guard.isShut();
    }

    List<PactFile> pacts() {
        return served.contracts().files();
    }

    int interactions() {
        return (int) served.all().count();
    }

    URI url() {
        return addresses.url();
    }

    URI url(String provider) {
        return addresses.url(provider);
    }

    int port() {
        return addresses.mainPort();
    }

    SortedMap<String, Integer> ports() {
        return addresses.ports();
    }

    @Override
    public void close() {
        server.stop();
    }
}
