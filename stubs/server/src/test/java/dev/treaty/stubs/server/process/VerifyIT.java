package dev.treaty.stubs.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.server.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code verify} as a provider team runs it: the jar as a process, beside a service that runs. */
class VerifyIT {

    @TempDir
    private Path folder;

    private final HttpServer service;
    private int stateStatus = 204;
    private String order = "{\"id\":7}";

    VerifyIT() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start_a_service() {
        service.createContext("/orders/7", exchange -> respond(exchange, 200, order));
        service.createContext("/messages", exchange -> respond(exchange, 200, "{\"event\":\"shipped\"}"));
        service.createContext("/provider-states", exchange -> respond(exchange, stateStatus, ""));
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void a_service_that_keeps_its_contracts_is_verified() throws Exception {
        var verify = verify("--messages-url", url() + "/messages");

        assertThat(verify.output())
                .contains("  verified      a request for an order", "  verified      an order is shipped")
                .contains("1 contract, 2 interactions: 2 verified");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void a_service_that_breaks_a_contract_fails() throws Exception {
        order = "{\"id\":\"seven\"}";

        var verify = verify();

        assertThat(verify.output())
                .contains("shop breaks its contract with web.", "differs: body $.id", "1 failed, 1 skipped");
        assertThat(verify.exitCode()).isEqualTo(1);
        for (var type : new String[] {"html", "md", "xml", "json"}) {
            assertThat(folder.resolve("reports/shop." + type)).content().contains("shop breaks its contract with web.");
        }
    }

    @Test
    void a_state_that_cannot_be_set_up_fails() throws Exception {
        stateStatus = 500;

        var verify = verify();

        assertThat(verify.output()).contains("The service could not set up the state \"an order exists\"");
        assertThat(verify.exitCode()).isEqualTo(1);
    }

    @Test
    void a_service_that_does_not_run_leaves_the_question_open() throws Exception {
        service.stop(0);

        var verify = verify();

        assertThat(verify.output()).contains("The provider cannot be reached: Connection refused.");
        assertThat(verify.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("reports/shop.xml")).exists();
    }

    private CommandRun verify(String... more) throws Exception {
        var pact = Files.writeString(folder.resolve("web-shop.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "shop"},
                 "interactions": [
                   {"type": "Synchronous/HTTP", "description": "a request for an order",
                    "providerStates": [{"name": "an order exists", "params": {"id": 7}}],
                    "request": {"method": "GET", "path": "/orders/7"},
                    "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                                 "body": {"contentType": "application/json", "encoded": false, "content": {"id": 7}}}},
                   {"type": "Asynchronous/Messages", "description": "an order is shipped",
                    "contents": {"contentType": "application/json", "encoded": false, "content": {"event": "shipped"}}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);
        var fixed = new String[] {
            "verify", "--provider=shop", "--url=" + url(), "--pacts=" + pact, "--reports=" + folder.resolve("reports")
        };
        var arguments = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return StubServerProcess.run(arguments);
    }

    private String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
