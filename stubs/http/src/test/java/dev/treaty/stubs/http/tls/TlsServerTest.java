package dev.treaty.stubs.http.tls;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that reach the server over TLS, with HTTP/1.1 and HTTP/2, get what they would get without. */
class TlsServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ORDER = """
            {"method": "POST", "path": "/orders", "headers": {"Content-Type": ["application/json"], "Cookie": ["a=1; b=2"]},
             "body": {"content": {"bread": "rye"}, "contentType": "application/json", "encoded": false}}""";

    private static final String ORDERED = """
            {"status": 201, "headers": {"Content-Type": ["application/json"], "Connection": ["keep-alive"], "X-Order": ["o_1"]},
             "body": {"content": {"next": "http://example.com/orders/2"}, "contentType": "application/json", "encoded": false},
             "generators": {"body": {"$.next": {"type": "MockServerURL", "regex": ".*(\\\\/orders\\\\/\\\\d+)$", "example": "http://example.com/orders/2"}}}}""";

    private static ReplayServer server;

    @BeforeAll
    static void start() {
        var contract = pact(
                "kiosk",
                "bakery",
                get("/bread", "rye"),
                http("an order", ORDER, ORDERED),
                http("long", "{\"method\": \"GET\", \"path\": \"/long\"}", withHeaderOf(100_000)),
                http("less", "{\"method\": \"GET\", \"path\": \"/longest-of-http-2\"}", withHeaderOf(7_000)));
        server = ReplayServer.builder()
                .pacts(List.of(
                        PactFile.parse(Path.of("kiosk-bakery.json"), contract),
                        PactFile.parse(Path.of("kiosk-mill.json"), pact("kiosk", "mill", get("/flour", "spelt")))))
                .listen("bakery", 0)
                .tls(0, CertificateSource.inMemory())
                .start();
    }

    private static String withHeaderOf(int length) {
        return "{\"status\": 200, \"headers\": {\"X-Long\": [\"%s\"]}}".formatted("{".repeat(length));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void all_providers_are_at_the_port_for_tls(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl());

        var bread = client.get("/bakery/bread");

        assertThat(bread.statusCode()).isEqualTo(200);
        assertThat(bread.body()).isEqualTo("rye");
        assertThat(bread.version()).isEqualTo(version);
        assertThat(client.get("/mill/flour").body()).isEqualTo("spelt");
        assertThat(server.tlsUrl("mill")).isEqualTo(URI.create(server.tlsUrl() + "/mill"));
    }

    @ParameterizedTest
    @EnumSource
    void a_providers_own_port_speaks_both(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));

        var bread = client.get("/bread");

        assertThat(bread.body()).isEqualTo("rye");
        assertThat(bread.version()).isEqualTo(version);
        assertThat(RawHttp.send(server.url("bakery").getPort(), Request.get("/bread"))
                        .text())
                .isEqualTo("rye");
        assertThat(server.tlsUrl("bakery").getPort())
                .isEqualTo(server.url("bakery").getPort());
    }

    @ParameterizedTest
    @EnumSource
    void a_body_without_a_length_is_read_and_urls_in_responses_are_those_of_tls(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{\"bread\": \"rye\"}".getBytes(UTF_8)));

        var ordered = client.send(client.request("/orders", "Content-Type", "application/json", "Cookie", "a=1; b=2")
                .POST(body));

        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        assertThat(ordered.headers().firstValue("X-Order")).hasValue("o_1");
        assertThat(JSON.readTree(ordered.body()).path("next").asText())
                .isEqualTo(server.tlsUrl("bakery") + "/orders/2");
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_body_without_a_length_is_no_body(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));

        var bread = client.send(client.request("/bread")
                .method("GET", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[0]))));

        assertThat(bread.body()).isEqualTo("rye");
    }

    @ParameterizedTest
    @EnumSource
    void a_miss_and_a_body_that_is_too_long_are_explained(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));

        var miss = client.get("/cake");
        var tooLong = client.send(client.request("/orders").POST(BodyPublishers.ofByteArray(new byte[(8 << 20) + 1])));

        assertThat(miss.statusCode()).isEqualTo(404);
        assertThat(miss.body()).contains("/cake");
        assertThat(tooLong.statusCode()).isEqualTo(413);
    }

    @Test
    void a_request_without_tls_is_told_where_it_was_sent() {
        var port = server.tlsUrl().getPort();

        var refused = RawHttp.send(port, Request.get("/bakery/bread"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("https://treaty.dev/problems/plain-http-request", """
                A plain HTTP request was sent to the HTTPS port.\\n  where: port %d\\n  fix:   begin the address with https://, or use the port for HTTP""".formatted(port));
    }

    @ParameterizedTest
    @EnumSource
    void headers_of_a_request_that_are_too_long_are_refused_and_nothing_else(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));
        var other = client.sendAsync(client.request("/bread", "Stub-Delay", "500ms"));

        var tooLong = client.get("/bread", "X-Long", "a".repeat(40_000));

        assertThat(tooLong.statusCode()).isEqualTo(431);
        assertThat(other.join().body()).isEqualTo("rye");
    }

    @ParameterizedTest
    @EnumSource
    void long_headers_arrive_or_say_that_they_do_not_fit_into_a_frame(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl("bakery"));

        var response = client.get("/long");

        assertThat(client.get("/longest-of-http-2")
                        .headers()
                        .firstValue("X-Long")
                        .orElse(""))
                .hasSize(7_000);
        if (version == Version.HTTP_1_1) {
            assertThat(response.headers().firstValue("X-Long").orElse("")).hasSize(100_000);
        } else {
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("the server sends at most 7168 over HTTP/2");
        }
    }

    @Test
    void requests_share_a_connection_of_http_2() {
        var client = TlsClient.of(server, Version.HTTP_2, server.tlsUrl("bakery"));

        var answers = IntStream.range(0, 500)
                .mapToObj(i -> client.sendAsync(client.request("/bread")))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("rye"));
    }

    @ParameterizedTest
    @EnumSource
    void the_admin_api_lists_the_addresses_and_records_the_scheme(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl());
        client.get("/bakery/bread?with=" + version);

        var contracts = JSON.readTree(client.get("/__admin/contracts").body()).path("contracts");
        var requests = client.get("/__admin/requests").body();

        assertThat(contracts.get(0).path("addresses"))
                .extracting(address -> address.asText())
                .containsExactly(
                        server.url("bakery").toString(), server.tlsUrl("bakery").toString());
        assertThat(requests).contains(server.tlsUrl() + "/bakery/bread?with=" + version);
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_the_server_itself_may_use_the_admin_api_and_others_not(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl());

        assertThat(client.get("/__admin/mappings", "Origin", server.tlsUrl().toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/__admin/mappings", "Origin", server.url().toString())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void people_get_the_page(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl());

        var page = client.get("/", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
    }

    @ParameterizedTest
    @EnumSource
    void a_mapping_that_was_added_answers(Version version) throws Exception {
        var client = TlsClient.of(server, version, server.tlsUrl());
        var mapping = """
                {"request": {"method": "POST", "url": "/bakery/cake/%1$s", "host": {"equalTo": "127.0.0.1"}, "scheme": "https",
                             "bodyPatterns": [{"equalTo": "please"}]},
                 "response": {"status": 200, "body": "cheesecake"}}""".formatted(version);

        var added = client.send(client.request("/__admin/mappings").POST(BodyPublishers.ofString(mapping)));
        var cake = client.send(client.request("/bakery/cake/" + version).POST(BodyPublishers.ofString("please")));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(cake.body()).isEqualTo("cheesecake");
    }

    /** As Node.js does; Java's client offers nothing then. */
    @ParameterizedTest
    @ValueSource(strings = {"http/1.1", "h2"})
    void a_client_may_offer_only_one_protocol(String protocol) throws Exception {
        var url = server.tlsUrl("bakery");
        var sockets = server.certificate().orElseThrow().clientContext().getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket(url.getHost(), url.getPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);

            socket.startHandshake();

            assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_is_not_served() {
        var request = HttpRequest.newBuilder(URI.create(server.tlsUrl("bakery") + "/bread"))
                .build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void curl_splits_cookies_and_trusts_the_file(@TempDir Path folder) throws Exception {
        assumeThat(hasCurl()).as("curl is installed").isTrue();
        try (var kept = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(
                        Path.of("kiosk-bakery.json"), pact("kiosk", "bakery", http("an order", ORDER, ORDERED)))))
                .tls(0, new CertificateSource.Made(List.of(), Optional.of(folder)))
                .start()) {
            var curl = new ProcessBuilder(
                            "curl",
                            "--silent",
                            "--show-error",
                            "--http2",
                            "--cacert",
                            folder.resolve("ca.pem").toString(),
                            "--header",
                            "Cookie: a=1",
                            "--header",
                            "Cookie: b=2",
                            "--json",
                            "{\"bread\":\"rye\"}",
                            "--write-out",
                            " %{http_code}",
                            "https://localhost:" + kept.tlsUrl().getPort() + "/bakery/orders")
                    .redirectErrorStream(true)
                    .start();

            assertThat(new String(curl.getInputStream().readAllBytes(), UTF_8)).endsWith(" 201");
        }
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }
}
