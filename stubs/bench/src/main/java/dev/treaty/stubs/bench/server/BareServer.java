package dev.treaty.stubs.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Shows what the HTTP library can do on this machine when there is nothing to decide: WireMock's own Jetty 11, with one response to
 * every request. Its connector has the settings of the stub server's ({@code StubHttpServerFactory}).
 */
final class BareServer extends AbstractHandler {

    private static final int ACCEPTORS = 1;
    private static final int SELECTORS = 2;
    private static final int WORKERS = 64;

    private final ByteBuffer body;

    private BareServer(String body) {
        this.body = ByteBuffer.wrap(body.getBytes(UTF_8)).asReadOnlyBuffer();
    }

    /** Listens until it is killed; the arguments are the port and the response body. */
    public static void main(String[] arguments) throws Exception {
        var server = new Server(new QueuedThreadPool(WORKERS + ACCEPTORS + SELECTORS));
        var connector = new ServerConnector(server, ACCEPTORS, SELECTORS);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new BareServer(arguments[1]));
        server.start();
        server.join();
    }

    @Override
    public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        jetty.setHandled(true);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setContentLength(body.remaining());
        ((HttpOutput) response.getOutputStream()).sendContent(body.slice());
    }
}
