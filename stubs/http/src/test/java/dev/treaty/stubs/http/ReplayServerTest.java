package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ports.PortUnavailable;
import dev.treaty.stubs.matching.UnknownProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayServerTest {

    @TempDir
    Path folder;

    @Test
    void every_provider_is_served_on_the_main_port() {
        try (var stub = ReplayServer.builder().pacts(pacts()).start()) {
            assertThat(stub.url()).isEqualTo(URI.create("http://127.0.0.1:" + stub.port()));
            assertThat(stub.url("one")).isEqualTo(URI.create(stub.url() + "/one"));
            assertThat(stub.ports()).isEmpty();
            assertThat(stub.pacts()).hasSize(2);
            assertThat(text(stub.port(), "/one/x")).isEqualTo("of one");
            assertThat(text(stub.port(), "/two%20words/x")).isEqualTo("of two");
            assertThat(stub.url("two words")).hasToString(stub.url() + "/two%20words");
        }
    }

    @Test
    void a_provider_with_its_own_port_is_served_there_too() {
        try (var stub = ReplayServer.builder()
                .pacts(pacts())
                .listen("one", 0)
                .listen("two words", 0)
                .start()) {
            assertThat(stub.ports()).containsOnlyKeys("one", "two words");
            assertThat(stub.url("one"))
                    .isEqualTo(URI.create("http://127.0.0.1:" + stub.ports().get("one")));
            assertThat(text(stub.url("one").getPort(), "/x")).isEqualTo("of one");
            assertThat(text(stub.url("two words").getPort(), "/x")).isEqualTo("of two");
            assertThat(text(stub.port(), "/one/x")).isEqualTo("of one");
        }
    }

    @Test
    void the_admin_api_is_served_on_every_port() {
        try (var stub = ReplayServer.builder().pacts(pacts()).listen("one", 0).start()) {
            assertThat(text(stub.port(), "/__admin/health")).contains("healthy");
            assertThat(text(stub.url("one").getPort(), "/__admin/health")).contains("healthy");
        }
    }

    @Test
    void a_path_that_only_starts_like_the_admin_api_belongs_to_the_provider() {
        var pact = pact("c", "one", get("/__administrators", "of one"));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pact)))
                .listen("one", 0)
                .start()) {
            assertThat(text(stub.url("one").getPort(), "/__administrators")).isEqualTo("of one");
        }
    }

    @Test
    void a_server_without_contracts_starts() {
        try (var stub = ReplayServer.builder().start()) {
            assertThat(RawHttp.send(stub.port(), Request.get("/one/x")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_server_listens_on_the_address_that_it_is_bound_to() {
        try (var stub = ReplayServer.builder().pacts(pacts()).bind("0.0.0.0").start()) {
            assertThat(stub.url()).isEqualTo(URI.create("http://127.0.0.1:" + stub.port()));
            assertThat(text(stub.port(), "/one/x")).isEqualTo("of one");
        }
    }

    @Test
    void a_closed_server_releases_its_ports() {
        var stub = ReplayServer.builder().pacts(pacts()).listen("one", 0).start();
        var mainPort = stub.port();
        var ownPort = stub.url("one").getPort();
        stub.close();

        try (var again = ReplayServer.builder()
                .pacts(pacts())
                .port(mainPort)
                .listen("one", ownPort)
                .start()) {
            assertThat(text(ownPort, "/x")).isEqualTo("of one");
            assertThat(again.port()).isEqualTo(mainPort);
        }
    }

    @Test
    void a_server_that_is_closed_completes_the_request_that_it_reads() throws Exception {
        for (var provider : List.of("", "one")) {
            var stub = ReplayServer.builder().pacts(pacts()).listen("one", 0).start();
            var port = provider.isEmpty() ? stub.port() : stub.url(provider).getPort();
            try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.setSoTimeout(60_000);
                announceBody(client);
                var closing = CompletableFuture.runAsync(stub::close);
                client.getOutputStream().write('1');

                assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                        .startsWith("HTTP/1.1 ");
                closing.get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void a_server_that_is_closed_does_not_wait_for_a_client_that_sends_nothing() throws Exception {
        var stub = ReplayServer.builder().pacts(pacts()).start();
        try (var client = new Socket(InetAddress.getLoopbackAddress(), stub.port())) {
            client.setSoTimeout(60_000);
            announceBody(client);

            stub.close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_provider_s_port_in_use_is_reported_with_a_fix() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = ReplayServer.builder().pacts(pacts()).listen("one", taken.getLocalPort());

            assertThatThrownBy(builder::start)
                    .isInstanceOf(PortUnavailable.class)
                    .hasMessage("""
                            The port of one cannot be opened: Address already in use.
                              where: 127.0.0.1:%d
                              fix:   stop the process that listens there, or choose another port with --listen one=PORT (0 for any free one)""", taken.getLocalPort())
                    .asInstanceOf(type(PortUnavailable.class))
                    .returns(taken.getLocalPort(), PortUnavailable::port);
        }
    }

    @Test
    void all_ports_in_use_are_named_at_once() throws IOException {
        try (var main = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = ReplayServer.builder()
                    .pacts(pacts())
                    .port(main.getLocalPort())
                    .listen("one", one.getLocalPort());

            assertThatThrownBy(builder::start)
                    .isInstanceOf(PortUnavailable.class)
                    .hasMessageContaining("2 ports cannot be opened:")
                    .hasMessageContaining(main.getLocalPort() + ": The main port cannot be opened")
                    .hasMessageContaining(one.getLocalPort() + ": The port of one cannot be opened")
                    .hasMessageEndingWith("fix:   stop them, or run beside them with --port 0 --own-ports free");
        }
    }

    @Test
    void a_main_port_in_use_is_reported_with_a_fix_and_no_other_port_stays_open() throws IOException {
        var free = freePort();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = ReplayServer.builder()
                    .pacts(pacts())
                    .port(taken.getLocalPort())
                    .listen("one", free);

            assertThatThrownBy(builder::start)
                    .isInstanceOf(PortUnavailable.class)
                    .hasMessage("""
                            The main port cannot be opened: Address already in use.
                              where: 127.0.0.1:%d
                              fix:   stop the process that listens there, or choose another port with --port PORT (0 for any free one)""", taken.getLocalPort());
        }
        try (var reopened = new ServerSocket(free, 1, InetAddress.getLoopbackAddress())) {
            assertThat(reopened.isBound()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid"})
    void an_address_that_this_machine_does_not_have_is_reported(String address) {
        assertThatThrownBy(() -> ReplayServer.builder().bind(address).port(8080).start())
                .isInstanceOf(PortUnavailable.class)
                .hasMessage("""
                        The server cannot listen on this address: the machine does not have it.
                          where: %s:8080
                          fix:   choose another with --bind ADDRESS (127.0.0.1 for this machine only, 0.0.0.0 for all networks)""", address);
    }

    @Test
    void an_impossible_port_number_is_reported() {
        assertThatThrownBy(() -> ReplayServer.builder().port(70_000).start())
                .isInstanceOf(PortUnavailable.class)
                .hasMessageStartingWith("The main port cannot be opened: port out of range:70000.");
    }

    @Test
    void a_port_for_a_provider_without_a_contract_is_reported() {
        var builder = ReplayServer.builder().pacts(pacts()).listen("three", 0);

        assertThatThrownBy(builder::start).isInstanceOf(UnknownProvider.class).hasMessage("""
                        No loaded contract has a provider "three".
                          where: the providers of the loaded contracts: one, two words
                          fix:   name one of these, or load a contract with three""");
    }

    @Test
    void a_provider_without_a_contract_has_no_url() {
        try (var stub = ReplayServer.builder().pacts(pacts()).start()) {
            assertThatThrownBy(() -> stub.url("three"))
                    .isInstanceOf(UnknownProvider.class)
                    .hasMessageContaining("three");
        }
    }

    private List<PactFile> pacts() {
        return PactFile.load(PactText.files(
                folder, pact("c", "one", get("/x", "of one")), pact("c", "two words", get("/x", "of two"))));
    }

    /** Returns when the server reads the body, which is a single byte. */
    private static void announceBody(Socket client) throws IOException {
        client.getOutputStream()
                .write("POST /x HTTP/1.1\r\nHost: stub\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"
                        .getBytes(ISO_8859_1));
        var expected = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(new String(client.getInputStream().readNBytes(expected.length()), ISO_8859_1))
                .isEqualTo(expected);
    }

    private static String text(int port, String target) {
        return RawHttp.send(port, Request.get(target)).text();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
