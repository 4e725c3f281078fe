package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import dev.treaty.stubs.http.admin.Metrics;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.http.ports.PortUnavailable;
import dev.treaty.stubs.http.ports.ProviderAddresses;
import dev.treaty.stubs.http.response.ErrorResponses;
import dev.treaty.stubs.http.transport.ServerListener;
import dev.treaty.stubs.http.wiremock.proxy.ProxyClient;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.diagnosis.MismatchExplainer;
import java.util.List;
import java.util.Map;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** A WireMock server with one Jetty, which has a connector for each port. */
public final class EmbeddedWireMock implements AutoCloseable {

    /** How many requests are answered at the same time; a delay by WireMock blocks a thread. */
    private static final int WORKERS = 64;

    private final WireMockServer server;
    private final StubHttpServerFactory http;

    /**
     * Does not open the ports yet.
     *
     * @param requestLog which gets each request when it is complete
     * @param errors what clients get whose requests Jetty refuses
     * @param listener which learns when the server has stopped, and why it should
     * @param first the handlers that every request passes before WireMock, in this order
     */
    public EmbeddedWireMock(
            WireMockBridge bridge,
            InteractionLookup lookup,
            MismatchExplainer explainer,
            ProviderAddresses addresses,
            FaultInjection faults,
            Metrics metrics,
            ListenSettings listen,
            RequestLog requestLog,
            ErrorResponses errors,
            ServerListener listener,
            HandlerWrapper... first) {
        http = new StubHttpServerFactory(listen, requestLog, errors, listener, first);
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(listen.address())
                .port(listen.port())
                .containerThreads(WORKERS + http.threads())
                .httpServerFactory(http)
                .withStores(bridge.stores())
                .mappingSource(new ContractMappingsSource(lookup))
                .extensions(
                        bridge.matcher(),
                        new StubHeaderRemover(),
                        new AdminRoutes(metrics, faults, lookup, addresses),
                        new UnmatchedNearMisses(bridge.stores(), lookup, explainer))
                .fileSource(new ClasspathFileSource(WireMockStores.FILES))
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .templatingEnabled(false) // "{{" in a contract is text
                .stubRequestLoggingDisabled(true)
                .httpClientFactory(EmbeddedWireMock::lazyHttpClient));
    }

    /** WireMock needs it only for proxy mappings, and creating it takes longer than the rest of the start. */
    private static HttpClient lazyHttpClient(
            Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
        return new ProxyClient(new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, systemProperties)));
    }

    /**
     * Opens all ports and starts to answer.
     *
     * @throws PortUnavailable if one of the ports cannot be opened; none stays open then
     */
    public void start() {
        try {
            server.start();
        } catch (FatalStartupException e) {
            server.stop();
            throw e.getCause() instanceof PortUnavailable unavailable ? unavailable : e;
        }
    }

    /** The main port. */
    public int port() {
        return server.port();
    }

    /** The port for TLS; 0 if there is none. */
    public int tlsPort() {
        return http.tlsPort();
    }

    /** The ports of single providers, by name. */
    public Map<String, Integer> ports() {
        return http.ports();
    }

    /** Stops; requests in progress are cut off after a second. */
    @Override
    public void close() {
        server.stop();
    }
}
