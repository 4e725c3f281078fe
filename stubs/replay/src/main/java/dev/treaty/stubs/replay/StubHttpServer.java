package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.servlet.WireMockHandlerDispatchingServlet;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's Jetty with a connector for each provider that has a port of its own. */
final class StubHttpServer extends Jetty11HttpServer {

    private static final NetworkTrafficListener NOBODY = new NetworkTrafficListener() {};

    private final Map<String, ServerConnector> connectors = new TreeMap<>();

    /**
     * Opens nothing yet.
     *
     * @param ports by provider
     * @param intake what every request that is no admin's passes
     */
    StubHttpServer(
            Options options,
            AdminRequestHandler admin,
            StubRequestHandler stubs,
            Map<String, Integer> ports,
            Filter intake) {
        super(options, admin, stubs);
        ports.forEach((provider, port) -> {
            var connector = createHttpConnector(options.bindAddress(), port, options.jettySettings(), NOBODY);
            configuration(connector).addCustomizer(new ProviderPrefix(provider));
            jettyServer.addConnector(connector);
            connectors.put(provider, connector);
        });
        for (var handler : jettyServer.getChildHandlersByClass(ServletContextHandler.class)) {
            var context = (ServletContextHandler) handler;
            context.setErrorHandler(new ErrorAnswers());
            if (context.getContextPath().equals("/")) {
                prepare(context, intake);
            }
        }
    }

    private static void prepare(ServletContextHandler stubs, Filter intake) {
        var holder = new FilterHolder(intake);
        holder.setAsyncSupported(true);
        stubs.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        for (var servlet : stubs.getServletHandler().getServlets()) {
            // WireMock would look for a file that has the name of an unmatched path
            servlet.setInitParameter(WireMockHandlerDispatchingServlet.SHOULD_FORWARD_TO_FILES_CONTEXT, "false");
        }
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        var connector = super.createHttpConnector(bindAddress, port, settings, listener);
        // otherwise Jetty hands out "gzip" for "GZIP", because it knows that value
        configuration(connector).setHeaderCacheCaseSensitive(true);
        return connector;
    }

    private static HttpConfiguration configuration(ServerConnector connector) {
        return connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
    }

    /**
     * Opens all ports, then answers.
     *
     * @throws PortUnavailable if one of the ports cannot be opened; none stays open then
     */
    @Override
    public void start() {
        try {
            open();
        } catch (PortUnavailable e) {
            httpConnector.close();
            connectors.values().forEach(ServerConnector::close);
            throw e;
        }
        super.start();
    }

    private void open() {
        open(httpConnector, reason -> PortUnavailable.ofAll(httpConnector.getHost(), httpConnector.getPort(), reason));
        connectors.forEach((provider, connector) -> open(
                connector,
                reason -> PortUnavailable.ofProvider(provider, connector.getHost(), connector.getPort(), reason)));
    }

    private static void open(ServerConnector connector, Function<String, PortUnavailable> unavailable) {
        try {
            connector.open();
        } catch (IOException | IllegalArgumentException e) {
            // Jetty says only that it failed to bind; why is in the cause
            var cause = e.getCause() instanceof Exception known ? known : e;
            var reason = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException || reason.contains("assign requested address")) {
                throw PortUnavailable.noSuchAddress(connector.getHost(), connector.getPort());
            }
            throw unavailable.apply(reason);
        }
    }

    @Override
    public void stop() {
        connectors
                .values()
                .forEach(connector -> connector.getConnectedEndPoints().forEach(EndPoint::close));
        super.stop();
    }

    /** The ports that are open, by provider. */
    Map<String, Integer> ports() {
        var open = new TreeMap<String, Integer>();
        connectors.forEach((provider, connector) -> open.put(provider, connector.getLocalPort()));
        return open;
    }
}
