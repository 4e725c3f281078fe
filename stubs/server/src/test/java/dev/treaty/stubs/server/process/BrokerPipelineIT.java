package dev.treaty.stubs.server.process;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.stubs.server.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of a pipeline, as a pipeline runs them: publish, gate, verify, gate, fix, gate, deploy, stubs of the environment, compare with it. It is
 * slow because each is a process of its own.
 */
class BrokerPipelineIT {

    private static final String COMMIT = "4f2c9d0e8b7a6f5e4d3c2b1a09f8e7d6c5b4a392";

    private static final String PASSWORD = "chosen-for-this-test";
    private static final Map<String, String> CREDENTIALS =
            Map.of("PACT_BROKER_USERNAME", "pipeline", "PACT_BROKER_PASSWORD", PASSWORD);

    /** It answers nothing without credentials, so every command must send them. */
    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay().requiring("pipeline", PASSWORD);

    @TempDir
    private Path folder;

    private final HttpServer shop;
    private volatile String order = "{\"number\":7}";

    BrokerPipelineIT() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        shop.createContext("/orders/7", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, order.length());
                exchange.getResponseBody().write(order.getBytes(UTF_8));
            }
        });
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
    }

    private CommandRun treaty(String... arguments) throws Exception {
        var run = StubServerProcess.runWith(
                CREDENTIALS,
                Stream.concat(Stream.of(arguments), Stream.of("--broker-base-url=" + broker.url()))
                        .toArray(String[]::new));
        assertThat(run.output()).doesNotContain(PASSWORD);
        return run;
    }

    private Path pact(String order) throws Exception {
        return PactText.write(
                folder,
                "web-shop.json",
                PactText.pact(
                        "web",
                        "shop",
                        PactText.http(
                                "a request for an order",
                                "{\"method\": \"GET\", \"path\": \"/orders/7\"}",
                                """
                        {"status": 200, "headers": {"Content-Type": ["application/json"]},
                         "body": {"contentType": "application/json", "encoded": false, "content": %s}}""".formatted(order))));
    }

    private String publish() throws Exception {
        return succeeding(
                treaty("publish", pact("{\"id\": 7}").toString(), "--consumer-app-version=" + COMMIT, "--branch=main"));
    }

    private CommandRun compare(String order) throws Exception {
        return treaty("compare", "broker:production", pact(order).toString(), "--fail-on=breaking");
    }

    private String verify(String version) throws Exception {
        return succeeding(treaty(
                "verify",
                "--provider=shop",
                "--url=http://127.0.0.1:" + shop.getAddress().getPort(),
                "--reports=" + folder.resolve("reports"),
                "--publish",
                "--provider-version=" + version,
                "--provider-branch=main"));
    }

    private String deploy(String pacticipant, String version) throws Exception {
        return succeeding(treaty(
                "record-deployment",
                "--pacticipant=" + pacticipant,
                "--version=" + version,
                "--environment=production"));
    }

    private CommandRun gate() throws Exception {
        return treaty("can-i-deploy", "--pacticipant=web", "--version=" + COMMIT, "--to-environment=production");
    }

    private static String succeeding(CommandRun run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    @Test
    void a_version_is_published_verified_mended_and_deployed() throws Exception {
        succeeding(treaty("create-environment", "--name=production", "--production"));
        assertThat(publish()).contains("Pact successfully published for web version " + COMMIT);
        var unknown = gate();
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.output())
                .startsWith("No, because a verification is missing: version " + COMMIT + " of web")
                .contains("web " + COMMIT + " needs shop, of which no version is in production");

        assertThat(verify("shop1"))
                .contains("pending, so the build of shop continues: shop breaks its contract with web.");
        deploy("shop", "shop1");
        var broken = gate();
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output())
                .startsWith("No: version " + COMMIT + " of web cannot be deployed to production.")
                .contains(
                        "shop shop1 breaks its contract with web " + COMMIT, "expected: {\"id\":7}", "repeat:   curl");

        order = "{\"id\":7}";
        assertThat(verify("shop2")).contains("1 contract, 1 interaction: 1 verified");
        deploy("shop", "shop2");
        assertThat(succeeding(gate())).startsWith("Yes: version " + COMMIT + " of web can be deployed to production.");

        deploy("web", COMMIT);
        assertThat(succeeding(treaty("describe-version", "--pacticipant=web", "--version=" + COMMIT)))
                .contains("deployed to  production");
        assertThat(servedFromProduction()).containsExactly(COMMIT);
        succeeding(compare("{\"id\": 7}"));
        var breaking = compare("{\"id\": 7, \"total\": 2000}");
        assertThat(breaking.exitCode()).isEqualTo(1);
        assertThat(breaking.output())
                .contains(
                        "accepted before, refused now: $.total: missing",
                        "shop must verify 1 interaction before web is deployed.");
    }

    /** The versions of the consumers that a stub server of the environment says it serves. */
    private List<String> servedFromProduction() throws Exception {
        try (var stubs = StubServerProcess.servingWith(
                CREDENTIALS,
                "--port=0",
                "--listen=shop=0",
                "--broker=" + broker.url(),
                "--provider=shop",
                "--environment=production")) {
            return given().get(stubs.url("shop") + "/__admin/contracts")
                    .jsonPath()
                    .getList("contracts.consumerVersion");
        }
    }

    @Test
    void a_broker_that_is_away_exits_with_2() throws Exception {
        broker.close();

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).startsWith("The broker cannot be asked: no answer (ConnectException).");
    }

    @Test
    void the_jar_has_two_names() {
        assertThat(StubServerProcess.JAR.resolveSibling("treaty.jar")).hasSameBinaryContentAs(StubServerProcess.JAR);
    }
}
