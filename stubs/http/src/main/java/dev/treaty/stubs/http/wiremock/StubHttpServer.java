package dev.treaty.stubs.http.wiremock;

import static wiremock.org.eclipse.jetty.http.HttpCompliance.Violation.MISMATCHED_AUTHORITY;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11Utils;
import com.github.tomakehurst.wiremock.servlet.WireMockHandlerDispatchingServlet;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.http.ports.PortUnavailable;
import dev.treaty.stubs.http.response.ErrorResponses;
import dev.treaty.stubs.http.response.ProblemErrorHandler;
import dev.treaty.stubs.http.response.TooLongHeaders;
import dev.treaty.stubs.http.transport.Activity;
import dev.treaty.stubs.http.transport.Http2Failures;
import dev.treaty.stubs.http.transport.ServerListener;
import dev.treaty.stubs.http.transport.StubConnectionFactory;
import dev.treaty.stubs.http.transport.TlsProtocols;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpCompliance;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.ConnectionLimit;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's Jetty, with an additional connector for each provider that has its own port, and one for TLS. */
final class StubHttpServer extends Jetty11HttpServer {

    /** Threads for each port. */
    static final int ACCEPTORS = 1;

    /** Threads for each port, as many as WireMock itself uses. */
    static final int SELECTORS = 2;

    /** Connections that may wait to be accepted; with the usual 50, many of a burst of a thousand would have to retry. */
    private static final int ACCEPT_QUEUE = 1_024;

    private static final Duration LONGEST_COMPLETION = Duration.ofSeconds(1);
    private static final Duration COMPLETION_POLL = Duration.ofMillis(5);

    private static final NetworkTrafficListener NOBODY = new NetworkTrafficListener() {};

    private final ServerListener listener;
    private final Map<String, ServerConnector> connectors = new TreeMap<>();
    private final @Nullable ServerConnector tlsConnector;

    /**
     * Does not open the ports yet.
     *
     * @param requestLog which gets each request when it is complete
     * @param errors what clients get whose requests Jetty refuses
     * @param listener which learns when the server has stopped, and why it should
     * @param first the handlers that every request passes before WireMock, in this order
     */
    StubHttpServer(
            Options options,
            AdminRequestHandler admin,
            StubRequestHandler stubs,
            ListenSettings listen,
            RequestLog requestLog,
            ErrorResponses errors,
            ServerListener listener,
            HandlerWrapper... first) {
        super(options, admin, stubs);
        this.listener = listener;
        var tls = listen.tls();
        if (tls == null) {
            tlsConnector = null;
            listen.portsOfProviders()
                    .forEach((provider, port) -> connectors.put(
                            provider,
                            createHttpConnector(options.bindAddress(), port, options.jettySettings(), NOBODY)));
        } else {
            var certificate = tls.certificate().serverContext();
            tlsConnector =
                    connector(options, tls.port(), configuration -> TlsProtocols.only(certificate, configuration));
            listen.portsOfProviders()
                    .forEach((provider, port) -> connectors.put(
                            provider,
                            connector(
                                    options,
                                    port,
                                    configuration -> TlsProtocols.besidePlain(certificate, configuration))));
        }
        connectors.forEach((provider, connector) -> connector.setName(provider));
        additionalConnectors().forEach(jettyServer::addConnector);
        jettyServer.addBean(new ConnectionLimit(listen.connections(), jettyServer));
        jettyServer.addBean(listener); // for connections, which have nothing but the server
        jettyServer.setRequestLog(requestLog);
        jettyServer.setErrorHandler(new ProblemErrorHandler(errors));
        for (var handler : jettyServer.getChildHandlersByClass(ServletContextHandler.class)) {
            var context = (ServletContextHandler) handler;
            context.setErrorHandler(new ProblemErrorHandler(errors));
            if (context.getContextPath().equals("/")) {
                disableFiles(context);
            }
        }
        for (var i = first.length - 1; i >= 0; i--) {
            first[i].setHandler(jettyServer.getHandler());
            jettyServer.setHandler(first[i]);
        }
    }

    private static void disableFiles(ServletContextHandler stubs) {
        for (var servlet : stubs.getServletHandler().getServlets()) {
            // otherwise WireMock looks for a file with the name of an unmatched path
            servlet.setInitParameter(WireMockHandlerDispatchingServlet.SHOULD_FORWARD_TO_FILES_CONTEXT, "false");
        }
    }

    /** Without WireMock's network traffic listener, which is not needed here. */
    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        return connector(bindAddress, port, settings, configuration ->
                new ConnectionFactory[] {new StubConnectionFactory(configuration)});
    }

    private ServerConnector connector(
            Options options, int port, Function<HttpConfiguration, ConnectionFactory[]> protocols) {
        var connector = connector(options.bindAddress(), port, options.jettySettings(), protocols);
        connector.addBean(new Http2Failures());
        return connector;
    }

    private ServerConnector connector(
            String bindAddress,
            int port,
            JettySettings settings,
            Function<HttpConfiguration, ConnectionFactory[]> protocols) {
        var configuration = Jetty11Utils.createHttpConfig(settings);
        configuration.setCustomizers(List.of()); // WireMock's customizer refuses what a certificate is not for
        configuration.setResponseHeaderSize(TooLongHeaders.LONGEST_HEADER);
        // otherwise Jetty reports "gzip" for "GZIP", because it knows that value
        configuration.setHeaderCacheCaseSensitive(true);
        // a target in absolute form overrides the Host header (RFC 9112, section 3.2.2)
        configuration.setHttpCompliance(HttpCompliance.RFC7230.with("absolute", MISMATCHED_AUTHORITY));
        var connector = new ServerConnector(jettyServer, ACCEPTORS, SELECTORS, protocols.apply(configuration));
        Jetty11Utils.setJettySettings(settings, connector);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setHost(bindAddress);
        connector.setPort(port);
        return connector;
    }

    /**
     * Opens all ports and starts to answer.
     *
     * @throws PortUnavailable if ports cannot be opened, which it names; none stays open then
     */
    @Override
    public void start() {
        var unavailable = new ArrayList<PortUnavailable>();
        open(httpConnector, reason -> PortUnavailable.ofMain(httpConnector.getHost(), httpConnector.getPort(), reason))
                .ifPresent(unavailable::add);
        connectors.forEach((provider, connector) -> open(
                        connector,
                        reason ->
                                PortUnavailable.ofProvider(provider, connector.getHost(), connector.getPort(), reason))
                .ifPresent(unavailable::add));
        if (tlsConnector != null) {
            open(tlsConnector, reason -> PortUnavailable.ofTls(tlsConnector.getHost(), tlsConnector.getPort(), reason))
                    .ifPresent(unavailable::add);
        }
        if (!unavailable.isEmpty()) {
            httpConnector.close();
            additionalConnectors().forEach(ServerConnector::close);
            throw PortUnavailable.ofAll(unavailable);
        }
        super.start();
    }

    /** Why it cannot be opened; empty if it is open. */
    private static Optional<PortUnavailable> open(
            ServerConnector connector, Function<String, PortUnavailable> unavailable) {
        try {
            connector.open();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Jetty says only that it failed to bind; the cause says why
            var cause = e.getCause() instanceof Exception known ? known : e;
            var reason = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException || reason.contains("assign requested address")) {
                return Optional.of(PortUnavailable.unknownAddress(connector.getHost(), connector.getPort()));
            }
            return Optional.of(unavailable.apply(reason));
        }
    }

    /** Stops; requests in progress, such as the one that asks the server to stop, are cut off after a second. */
    @Override
    public void stop() {
        awaitCompletion();
        additionalConnectors()
                .forEach(connector -> connector.getConnectedEndPoints().forEach(EndPoint::close));
        super.stop(); // closes the connections of the main port at once, and waits for none
        listener.stopped();
    }

    private void awaitCompletion() {
        var deadline = System.nanoTime() + LONGEST_COMPLETION.toNanos();
        while (isBusy() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(COMPLETION_POLL.toNanos());
        }
    }

    private boolean isBusy() {
        return Stream.concat(Stream.of(httpConnector), additionalConnectors())
                .flatMap(connector -> connector.getConnectedEndPoints().stream())
                .anyMatch(Activity::isBusy);
    }

    private Stream<ServerConnector> additionalConnectors() {
        return Stream.concat(connectors.values().stream(), Stream.ofNullable(tlsConnector));
    }

    /** The open port for TLS; 0 if there is none. */
    int tlsPort() {
        return tlsConnector == null ? 0 : tlsConnector.getLocalPort();
    }

    /** The open ports, by provider. */
    Map<String, Integer> ports() {
        var open = new TreeMap<String, Integer>();
        connectors.forEach((provider, connector) -> open.put(provider, connector.getLocalPort()));
        return open;
    }
}
