package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.errors.TreatyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of brokers answers in their place: none of that is a yes or a no. */
class UnusualAnswersTest {

    private static final String PAGE = "<html><body>Sign in</body></html>";

    private final HttpServer server;
    private static final byte[] CHUNK = " ".repeat(1 << 20).getBytes(UTF_8);

    private int status = 200;
    private byte[] body = {};
    private final Map<String, String> headers = new HashMap<>();

    UnusualAnswersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int code, byte[] content) throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(code, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Broker broker(String url) {
        return Broker.at(BrokerAddress.of(url, Map.of()), Map.of(), line -> {}, List.of());
    }

    private HalDocument matrix() {
        var broker = broker(url());
        return broker.get(broker.path("/matrix"));
    }

    /** A broker's entry page; the rest is what the test says. */
    private void startBelow(String path) {
        var index = "{\"_links\": {\"self\": {\"href\": \"https://internal.example%s\"}}}".formatted(path);
        server.createContext(
                path + "/",
                exchange -> answer(
                        exchange,
                        exchange.getRequestURI().getPath().equals(path + "/") ? 200 : status,
                        exchange.getRequestURI().getPath().equals(path + "/") ? index.getBytes(UTF_8) : body));
    }

    /** Answers the first request, whatever it is, with a status alone; as real servers do, not before something came. */
    private static void refuse(ServerSocket plain, String answer) {
        try (var connection = plain.accept()) {
            connection.getInputStream().readNBytes(1);
            connection.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(UTF_8));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // then the test fails
        }
    }

    @ParameterizedTest
    @CsvSource({"404", "200"})
    void a_page_is_not_a_brokers_answer(int code) {
        status = code;
        body = PAGE.getBytes(UTF_8);

        assertThatThrownBy(this::matrix).isInstanceOf(BrokerUnreachable.class).hasMessage("""
                The answer is not that of a Pact Broker.
                  where: GET %s/matrix
                  fix:   check the address; the page at it must be the broker's""".formatted(url()));
    }

    @Test
    void a_404_is_a_no_only_where_a_broker_is() {
        status = 404;
        body = "{\"message\": \"no Route matched with those values\"}".getBytes(UTF_8);

        assertThatThrownBy(this::matrix).isInstanceOf(BrokerUnreachable.class);
        startBelow("/pact-broker");
        var broker = broker(url() + "/pact-broker/");
        assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                .isInstanceOf(BrokerRefusal.class)
                .hasMessageStartingWith("The broker refused: no Route matched with those values\n");
        assertThat(broker.find(broker.path("/matrix"))).isEmpty();
    }

    @Test
    void links_below_a_path_are_followed_where_the_broker_was_found() {
        startBelow("/pact-broker");
        body = "{\"name\": \"production\"}".getBytes(UTF_8);

        var found = broker(url() + "/pact-broker/")
                .get(new HalLink("https://internal.example/pact-broker/environments/1", ""));

        assertThat(found.text("name")).contains("production");
    }

    @Test
    void all_pages_of_a_list_are_read() {
        for (var page = 1; page <= 3; page++) {
            var next =
                    page == 3 ? "" : ", \"_links\": {\"next\": {\"href\": \"%s/list%d\"}}".formatted(url(), page + 1);
            var list = "{\"_embedded\": {\"names\": [{\"name\": \"%d\"}]}%s}".formatted(page, next);
            server.createContext("/list" + page, exchange -> answer(exchange, 200, list.getBytes(UTF_8)));
        }
        var broker = broker(url());

        assertThat(broker.list(broker.path("/list1"), "names"))
                .extracting(document -> document.text("name").orElse(""))
                .containsExactly("1", "2", "3");
    }

    @Test
    void an_error_page_is_not_printed() {
        status = 502;
        body = PAGE.getBytes(UTF_8);

        assertThatThrownBy(this::matrix).isInstanceOf(BrokerUnreachable.class).hasMessage("""
                The broker cannot be asked: it answered: the status is 502.
                  where: GET %s/matrix
                  fix:   try again; if it persists, look into the broker's log""".formatted(url()));
    }

    @Test
    void a_compressed_answer_is_read_though_nobody_asked_for_it() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"summary\": {\"deployable\": true}}".getBytes(UTF_8));
        }
        body = compressed.toByteArray();
        headers.put("Content-Encoding", "gzip");

        assertThat(matrix().json().at("/summary/deployable").asBoolean()).isTrue();
    }

    @Test
    void decimals_keep_their_digits() {
        body = "{\"amount\": 1.10, \"exact\": 12345678901234567890.123456789}".getBytes(UTF_8);

        assertThat(matrix().json()).hasToString("{\"amount\":1.10,\"exact\":12345678901234567890.123456789}");
    }

    @Test
    void a_redirect_to_a_login_is_reported_without_what_is_secret_in_it() {
        status = 302;
        headers.put("Location", "https://ann:s3cr3t@login.example/authorize?code=t0ken");

        assertThatThrownBy(this::matrix)
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith(
                        "The broker cannot be asked: it redirects to https://…@login.example/authorize.\n")
                .hasMessageNotContaining("t0ken");
    }

    @Test
    void a_proxy_that_wants_credentials_says_where_they_belong() {
        status = 407;

        assertThatThrownBy(this::matrix)
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker cannot be asked: the proxy requires credentials, or refuses")
                .hasMessageContaining("fix:   write them into HTTPS_PROXY");
    }

    @Test
    void a_proxy_that_opens_no_tunnel_says_the_same() throws IOException {
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refusing = new Thread(() -> refuse(
                    proxy,
                    "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0"));
            refusing.start();
            var environment = Map.of("HTTPS_PROXY", "http://ann:s3cr3t@127.0.0.1:" + proxy.getLocalPort());
            var broker =
                    Broker.at(BrokerAddress.of("https://broker.invalid", Map.of()), environment, line -> {}, List.of());

            assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageStartingWith("The broker cannot be asked: the proxy requires credentials, or refuses")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    void an_address_with_the_wrong_scheme_is_reported() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refusing = new Thread(() -> refuse(plain, "400 Bad Request"));
            refusing.start();
            var broker = broker("https://127.0.0.1:" + plain.getLocalPort());

            assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageContaining("fix:   check http or https in the address");
        }
    }

    /** A server that speaks no TLS may wait for the end of a line that never comes. */
    @Test
    void a_handshake_that_is_never_answered_asks_for_the_scheme_as_well() {
        var request = BrokerRequest.read(URI.create("https://broker.example/matrix"));

        assertThat(BrokerUnreachable.because(new HttpConnectTimeoutException("HTTP connect timed out"), request))
                .hasMessage("""
                        The broker cannot be asked: no answer (no connection, or no TLS on it, in 10 s).
                          where: GET https://broker.example/matrix
                          fix:   check http or https in the address, the network, and the proxy (HTTPS_PROXY, NO_PROXY)""");
    }

    @Test
    void an_unknown_host_is_named() {
        var broker = broker("http://no-such-broker.invalid");

        assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                .hasMessageStartingWith(
                        "The broker cannot be asked: no answer (nothing has the name no-such-broker.invalid).");
    }

    // --- answers without end ---

    @Test
    void an_answer_that_is_not_complete_in_time_is_given_up() throws Exception {
        var released = new CountDownLatch(1);
        server.createContext("/matrix", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(released);
        });
        var broker = Broker.at(
                BrokerAddress.of(url(), Map.of()), Map.of(), line -> {}, List.of(Duration.ZERO), Duration.ofSeconds(1));

        assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessage("""
                        The broker cannot be asked: an answer began, but it was not complete after 1 s.
                          where: GET %s/matrix
                          fix:   check that the address is a Pact Broker's, and look into the log of what stands in front of it""".formatted(url()));
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_answer_without_end_is_given_up(boolean isCompressed) {
        server.createContext("/matrix", exchange -> {
            if (isCompressed) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, 0);
            try (var response =
                    isCompressed ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody()) {
                for (var written = 0L; written <= BrokerRequest.LARGEST_ANSWER; written += CHUNK.length) {
                    response.write(CHUNK);
                }
            }
        });

        assertThatThrownBy(this::matrix)
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker cannot be asked: an answer began, but it is larger than 64 MiB.");
    }

    @Test
    void a_list_without_end_is_given_up() {
        server.createContext("/list", exchange -> {
            var page = "{\"_embedded\": {\"names\": []}, \"_links\": {\"next\": {\"href\": \"%s/list?%s\"}}}"
                    .formatted(url(), System.nanoTime());
            answer(exchange, 200, page.getBytes(UTF_8));
        });
        var broker = broker(url());

        assertThatThrownBy(() -> broker.list(broker.path("/list"), "names"))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker's list has no end.");
    }

    // --- what repeats our credentials ---

    @ParameterizedTest
    @CsvSource({
        "500, PACT_BROKER_TOKEN=chosen-for-this-test,                                  Bearer chosen-for-this-test",
        "401, PACT_BROKER_TOKEN=chosen-for-this-test,                                  Bearer chosen-for-this-test",
        "401, PACT_BROKER_USERNAME=ada PACT_BROKER_PASSWORD=chosen-for-this-test,      Basic YWRhOmNob3Nlbi1mb3ItdGhpcy10ZXN0",
        "302, PACT_BROKER_TOKEN=chosen-for-this-test,                                  Bearer chosen-for-this-test"
    })
    void credentials_that_an_error_repeats_are_hidden(int code, String credentials, String repeated) {
        var environment = Arrays.stream(credentials.split(" "))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        status = code;
        headers.put("Location", "/login/" + repeated.replace(" ", "%20"));
        body = "{\"error\": \"not a header: %s\"}".formatted(repeated).getBytes(UTF_8);
        startBelow("/pact");
        var broker = Broker.at(BrokerAddress.of(url() + "/pact", Map.of()), environment, line -> {}, List.of());

        assertThatThrownBy(() -> broker.get(broker.path("/matrix")))
                .isInstanceOf(TreatyException.class)
                .message()
                .contains("…")
                .doesNotContain(repeated.replaceFirst(".* ", ""));
    }
}
