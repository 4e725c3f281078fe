package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.SortedMap;

/** One WireMock server, and one Jetty in it, with a connector for each port. */
final class Listeners implements AutoCloseable {

    /** How many requests the admin API remembers. */
    private static final int JOURNAL = 1_000;

    /** How many requests are answered at the same time; delays hold a thread. */
    private static final int WORKERS = 64;

    private final WireMockServer server;
    private final Addresses addresses;

    private Listeners(WireMockServer server, Addresses addresses) {
        this.server = server;
        this.addresses = addresses;
    }

    static Listeners open(StubServer.Builder builder) {
        var contracts = new Contracts(builder.pacts());
        for (var provider : builder.ports().keySet()) {
            if (!contracts.providers().contains(provider)) {
                throw new UnknownProvider(provider, contracts.providers());
            }
        }
        var addresses = new Addresses(builder.address(), contracts.providers());
        var served = new Served(contracts.providers());
        var answering = new Answering(contracts, addresses, builder.providerStubs());
        var notMatched = new NotMatched(served, addresses);
        var jetty = new StubHttpServerFactory(builder.ports(), new Intake(served, answering, notMatched));
        var wireMock = new WireMockServer(configuration()
                .bindAddress(builder.address())
                .port(builder.port())
                .containerThreads(WORKERS + jetty.threads())
                .httpServerFactory(jetty)
                .withStores(new ReplayStores(new ReplayStore(contracts, served)))
                .mappingSource(new ContractMappings(contracts))
                .notMatchedRendererFactory(extensions -> notMatched)
                .extensions(new PactMatcher(contracts), answering, new NothingAdded()));
        start(wireMock);
        addresses.opened(wireMock.port(), jetty.ports());
        return new Listeners(wireMock, addresses);
    }

    private static WireMockConfiguration configuration() {
        return WireMockConfiguration.options()
                .fileSource(new ClasspathFileSource("dev/treaty/stubs/replay/files"))
                .maxRequestJournalEntries(JOURNAL)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .templatingEnabled(false) // "{{" in a contract is text
                .stubRequestLoggingDisabled(true)
                .jettyAcceptors(StubHttpServerFactory.ACCEPTORS);
    }

    private static void start(WireMockServer server) {
        try {
            server.start();
        } catch (FatalStartupException e) {
            server.stop();
            throw e.getCause() instanceof ReplayException replay ? replay : e;
        }
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
