package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** How WireMock gets a listener with several ports. */
final class StubHttpServerFactory implements HttpServerFactory {

    /** For each port. */
    static final int ACCEPTORS = 1;

    /** WireMock's own number, for each port. */
    static final int SELECTORS = 2;

    private final Map<String, Integer> wanted;
    private final int connections;
    private final RequestLog requestLog;
    private final HandlerWrapper[] first;
    private @Nullable StubHttpServer built;

    /**
     * @param wanted ports by provider
     * @param connections that there may be at a time, on all ports together
     * @param requestLog that is told of each request when it is over
     * @param first what every request passes before WireMock, in this order
     */
    StubHttpServerFactory(
            Map<String, Integer> wanted, int connections, RequestLog requestLog, HandlerWrapper... first) {
        this.connections = connections;
        this.requestLog = requestLog;
        this.first = first.clone();
        this.wanted = Map.copyOf(wanted);
    }

    /** How many threads listen and therefore do not answer. */
    int threads() {
        return (wanted.size() + 1) * (ACCEPTORS + SELECTORS);
    }

    /** The ports that were opened, by provider. */
    Map<String, Integer> ports() {
        return built == null ? Map.of() : built.ports();
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        built = new StubHttpServer(options, admin, stubs, wanted, connections, requestLog, first);
        return built;
    }
}
