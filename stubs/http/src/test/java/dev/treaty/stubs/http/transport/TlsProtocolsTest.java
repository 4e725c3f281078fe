package dev.treaty.stubs.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.tls.CertificateSource;
import dev.treaty.stubs.http.tls.Certificates;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;

/** A Jetty whose requests fail. */
class TlsProtocolsTest {

    private final OutOfMemoryError failure = new OutOfMemoryError("as the test wants it");

    private final List<OutOfMemoryError> told = new CopyOnWriteArrayList<>();
    private final Server server = new Server();
    private final HttpClient client;
    private final ServerConnector connector;

    TlsProtocolsTest() {
        var certificate = Certificates.of(CertificateSource.inMemory(), "127.0.0.1");
        client = HttpClient.newBuilder().sslContext(certificate.clientContext()).build();
        connector = new ServerConnector(
                server, 1, 1, TlsProtocols.only(certificate.serverContext(), new HttpConfiguration()));
    }

    /** The first server of a JVM decides how Jetty writes headers; other tests rely on what WireMock chooses. */
    @BeforeAll
    static void letWireMockChoose() {
        ReplayServer.builder().start().close();
    }

    @BeforeEach
    void start() throws Exception {
        connector.addBean(new Http2Failures());
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.addBean(new ServerListener() {
            @Override
            public void stopped() {}

            @Override
            public void outOfMemory(OutOfMemoryError outOfMemory) {
                told.add(outOfMemory);
            }
        });
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request request, HttpServletRequest raw, HttpServletResponse response) {
                if (target.equals("/memory")) {
                    throw new IllegalStateException(failure);
                }
                throw new IllegalStateException("as the test wants it");
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void the_server_learns_once_that_the_heap_is_used_up(Version version) throws Exception {
        assertThat(status(version, "/other")).isEqualTo(500);
        assertThat(told).isEmpty();

        assertThat(status(version, "/memory")).isEqualTo(500);
        assertThat(told).containsExactly(failure);
    }

    private int status(Version version, String path) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:%d%s".formatted(connector.getLocalPort(), path)))
                .version(version)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
