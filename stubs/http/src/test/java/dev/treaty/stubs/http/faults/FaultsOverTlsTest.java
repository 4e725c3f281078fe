package dev.treaty.stubs.http.faults;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.tls.CertificateSource;
import dev.treaty.stubs.http.tls.TlsClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same faults over TLS. */
class FaultsOverTlsTest {

    private final ReplayServer server = start();

    private static ReplayServer start() {
        return ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), pact("c", "p", get("/x", "fine")))))
                .listen("p", 0)
                .tls(0, CertificateSource.inMemory())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_status_and_a_delay(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("p"));
        var start = System.nanoTime();

        assertThat(client.get("/x", "Stub-Delay", "300ms").body()).isEqualTo("fine");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000);
        assertThat(client.get("/x", "Stub-Status", "503").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_fails_is_followed_by_one_that_works(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("p"));

        for (var fault : List.of("reset", "empty", "garbage")) {
            assertThatThrownBy(() -> client.get("/x", "Stub-Fault", fault))
                    .as(fault)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            assertThat(client.get("/x").body()).isEqualTo("fine");
        }
    }

    @Test
    void what_a_client_of_http_1_sees_of_each() throws Exception {
        assertThatThrownBy(() -> received("reset")).isInstanceOf(SocketException.class);
        assertThat(received("empty")).isEmpty();
        assertThat(received("garbage")).isNotEmpty().doesNotContain("HTTP");
    }

    /** Decrypted. */
    private String received(String fault) throws IOException {
        var sockets = server.certificate().orElseThrow().clientContext().getSocketFactory();
        var url = server.tlsUrl("p");
        try (var socket = (SSLSocket) sockets.createSocket(url.getHost(), url.getPort());
                InputStream input = socket.getInputStream()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /x HTTP/1.1\r\nHost: localhost\r\nStub-Fault: %s\r\n\r\n"
                            .formatted(fault)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_timeout_is_a_response_that_never_comes_and_ends_when_the_client_goes(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("p"));
        client.get("/x"); // so that the connection is there

        assertThatThrownBy(() -> client.send(
                        client.request("/x", "Stub-Fault", "timeout").timeout(Duration.ofSeconds(1))))
                .isInstanceOf(HttpTimeoutException.class);
        await().untilAsserted(() -> assertThat(requests("fault")).isEqualTo(1));
        assertThat(client.get("/x").body()).isEqualTo("fine");
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_goes_while_it_waits_takes_its_request_along_and_leaves_others_alone(Version version)
            throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("p"));
        client.get("/x"); // so that the connection is there
        var other = client.sendAsync(client.request("/x", "Stub-Delay", "3s"));

        assertThatThrownBy(() ->
                        client.send(client.request("/x", "Stub-Delay", "600s").timeout(Duration.ofSeconds(1))))
                .isInstanceOf(HttpTimeoutException.class);

        await().untilAsserted(() -> assertThat(requests("abandoned")).isEqualTo(1));
        assertThat(other.join().body()).isEqualTo("fine");
    }

    private double requests(String outcome) throws Exception {
        var counter = "treaty_stub_requests_total{outcome=\"%s\",provider=\"p\"} ".formatted(outcome);
        return TlsClient.of(server, Version.HTTP_1_1, server.tlsUrl())
                .get("/__admin/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(counter))
                .mapToDouble(line -> Double.parseDouble(line.substring(counter.length())))
                .sum();
    }
}
