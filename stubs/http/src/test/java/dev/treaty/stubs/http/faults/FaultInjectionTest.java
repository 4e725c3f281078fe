package dev.treaty.stubs.http.faults;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injected faults, as a client sees them. */
class FaultInjectionTest {

    @TempDir
    Path folder;

    @Test
    void a_request_can_ask_for_a_status() {
        try (var stub = start(Chaos.NONE)) {
            var response = RawHttp.send(stub.port(), Request.get("/p/x", "Stub-Status: 503"));

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.text()).contains("The stub server was asked to respond with this status");
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
        }
    }

    @Test
    void a_delay_precedes_the_contract_s_response() {
        try (var stub = start(Chaos.NONE)) {
            var start = System.nanoTime();

            var response = RawHttp.send(stub.port(), Request.get("/p/x", "Stub-Delay: 300ms"));

            assertThat(response.text()).isEqualTo("fine");
            assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void hundreds_of_delayed_requests_do_not_block_others() throws Exception {
        try (var stub = start(Chaos.NONE)) {
            var delayed = new ArrayList<Socket>();
            for (var i = 0; i < 300; i++) {
                delayed.add(send(stub, "Stub-Delay: 600s"));
            }

            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("fine");
            for (var socket : delayed) {
                socket.close();
            }
        }
    }

    @Test
    void a_client_can_be_sent_a_reset_nothing_or_garbage() throws Exception {
        try (var stub = start(Chaos.NONE)) {
            assertThatThrownBy(() -> received(send(stub, "Stub-Fault: reset"))).isInstanceOf(SocketException.class);
            assertThat(received(send(stub, "Stub-Fault: empty"))).isEmpty();
            assertThat(received(send(stub, "Stub-Fault: garbage"))).isNotEmpty().doesNotContain("HTTP");
        }
    }

    @Test
    void a_timeout_is_a_response_that_never_comes() throws Exception {
        try (var stub = start(Chaos.NONE);
                var socket = send(stub, "Stub-Fault: timeout")) {
            socket.setSoTimeout(200);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void an_invalid_delay_is_reported() {
        try (var stub = start(Chaos.NONE)) {
            var response = RawHttp.send(stub.port(), Request.get("/p/x", "Stub-Delay: soon"));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.text())
                    .contains(
                            "\\\"soon\\\" is not a delay; write milliseconds or seconds up to ten minutes, e.g. 500ms or 2s");
        }
    }

    /** The second path is the former one. */
    @ParameterizedTest
    @ValueSource(strings = {"/__admin/faults", "/__admin/disturbances"})
    void the_admin_api_injects_a_fault_into_one_provider_until_it_is_deleted(String faults) {
        try (var stub = start(Chaos.NONE)) {
            assertThat(send(stub, "PUT", faults + "/p", "{\"status\": 500}")).contains("\"status\":500");
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).status()).isEqualTo(500);
            assertThat(RawHttp.send(stub.port(), Request.get("/q/x")).status()).isEqualTo(200);

            send(stub, "DELETE", faults + "/p", "");

            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).status()).isEqualTo(200);
        }
    }

    @Test
    void the_admin_api_reports_unknown_providers_and_faults() {
        try (var stub = start(Chaos.NONE)) {
            assertThat(admin(stub, "PUT", "/r", "{\"status\": 500}")).contains("No contract has a provider \\\"r\\\".");
            assertThat(admin(stub, "PUT", "/p", "{\"fault\": \"flood\"}"))
                    .contains("\\\"flood\\\" is not a fault; write reset, empty, garbage or timeout");
        }
    }

    @Test
    void a_chaos_profile_strikes_at_its_rate_and_in_every_run_alike() {
        var profile = profile("""
                seed: 7
                rules:
                  - {provider: p, path: /x, rate: 0.3, status: 503}
                """);

        var first = statuses(Chaos.load(profile));
        var second = statuses(Chaos.load(profile));

        assertThat(first).isEqualTo(second).contains(200, 503);
        assertThat(first.stream().filter(status -> status == 503).count()).isBetween(30L, 90L);
    }

    @Test
    void an_invalid_chaos_profile_is_reported_with_its_position() {
        assertThatThrownBy(() -> Chaos.load(profile("""
                        rules:
                          - {rate: 2, fault: reset}
                        """)))
                .isInstanceOf(InvalidChaosProfile.class)
                .hasMessageStartingWith(
                        "The chaos profile cannot be read: a rate is a number from 0 to 1, not 2.0.\n  where: ")
                .hasMessageContaining("chaos.yaml, line 2, column")
                .hasMessageEndingWith("fix:   correct it there; a rule has a rate, and a delay, a status or a fault");
    }

    private List<Integer> statuses(Chaos chaos) {
        try (var stub = start(chaos)) {
            var statuses = new ArrayList<Integer>();
            for (var i = 0; i < 200; i++) {
                statuses.add(RawHttp.send(stub.port(), Request.get("/p/x")).status());
            }
            return statuses;
        }
    }

    private ReplayServer start(Chaos chaos) {
        return ReplayServer.builder()
                .pacts(PactFile.load(
                        PactText.files(folder, pact("c", "p", get("/x", "fine")), pact("c", "q", get("/x", "fine")))))
                .chaos(chaos)
                .start();
    }

    private Path profile(String yaml) {
        return PactText.write(folder, "chaos.yaml", yaml);
    }

    private static String admin(ReplayServer stub, String method, String path, String body) {
        return send(stub, method, "/__admin/faults" + path, body);
    }

    private static String send(ReplayServer stub, String method, String path, String body) {
        return RawHttp.send(stub.port(), Request.of(method, path, body.getBytes(ISO_8859_1)))
                .text();
    }

    private static Socket send(ReplayServer stub, String header) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), stub.port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(Request.get("/p/x", header).bytes());
        return socket;
    }

    private static String received(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
