package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.http.response.ErrorResponses;
import dev.treaty.stubs.http.transport.ServerListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Gives WireMock an HTTP server with several ports. */
final class StubHttpServerFactory implements HttpServerFactory {

    private final ListenSettings listen;
    private final RequestLog requestLog;
    private final ErrorResponses errors;
    private final ServerListener listener;
    private final HandlerWrapper[] first;
    private @Nullable StubHttpServer built;

    /**
     * @param requestLog which gets each request when it is complete
     * @param errors what clients get whose requests Jetty refuses
     * @param listener which learns when the server has stopped, and why it should
     * @param first the handlers that every request passes before WireMock, in this order
     */
    StubHttpServerFactory(
            ListenSettings listen,
            RequestLog requestLog,
            ErrorResponses errors,
            ServerListener listener,
            HandlerWrapper... first) {
        this.listener = listener;
        this.requestLog = requestLog;
        this.errors = errors;
        this.first = first.clone();
        this.listen = listen;
    }

    /** How many threads listen and therefore cannot answer. */
    int threads() {
        return listen.ports() * (StubHttpServer.ACCEPTORS + StubHttpServer.SELECTORS);
    }

    /** The open ports, by provider. */
    Map<String, Integer> ports() {
        return built == null ? Map.of() : built.ports();
    }

    /** The open port for TLS; 0 if there is none. */
    int tlsPort() {
        return built == null ? 0 : built.tlsPort();
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        built = new StubHttpServer(options, admin, stubs, listen, requestLog, errors, listener, first);
        return built;
    }
}
