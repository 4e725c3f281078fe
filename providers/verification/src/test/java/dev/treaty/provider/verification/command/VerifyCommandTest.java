package dev.treaty.provider.verification.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.command.InstalledCommands;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.PublishedContracts;
import dev.treaty.provider.verification.testing.UnreachableUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class VerifyCommandTest {

    private static final String PERSON = "{\"id\":\"1\",\"name\":\"Grace\"}";

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final PeopleContract contract = PeopleContract.of("web");
    private String person = PERSON;
    private int stateStatus = 200;
    private HttpServer server;

    VerifyCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** A result of the command. */
    private record Run(int exitCode, String output, String errors) {}

    @Command(name = "treaty")
    private static final class Executable {}

    @BeforeEach
    void start_a_service() {
        server.createContext("/people/", exchange -> respond(exchange, 200, person));
        server.createContext("/provider-states", exchange -> respond(exchange, stateStatus, "{\"token\":\"t\"}"));
        server.createContext("/messages", exchange -> respond(exchange, 200, PERSON));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_kept_contract_is_a_yes() {
        contract.reads("1").message("a person event", "1");

        var run = verify("--filter-description", "a request .*");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.output())
                .contains(
                        "people: interactions are verified one after the other; --parallel=N verifies N at the same time",
                        "web -> people, 1 interaction, answered by " + url(),
                        "  verified      a request for person 1",
                        "1 contract, 1 interaction: 1 verified");
        assertThat(requests)
                .anySatisfy(request -> assertThat(request).contains("\"action\":\"setup\""))
                .anySatisfy(request -> assertThat(request).contains("\"action\":\"teardown\""));
    }

    @Test
    void a_broken_contract_is_a_no_and_says_what_differs() {
        contract.reads("1");
        person = "{\"id\":\"1\"}";

        var run = verify();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("people breaks its contract with web.", "missing the following keys: name", "repeat: curl")
                .contains("1 contract, 1 interaction: 1 failed");
    }

    @Test
    void every_report_is_written_when_something_fails() throws Exception {
        contract.reads("1").message("a person event", "1");
        person = "{\"id\":\"1\"}";

        verify("--provider-version", "c0ffee");

        assertThat(folder.resolve("reports/people.md")).content().contains("commit c0ffee", "answered by " + url());
        assertThat(folder.resolve("reports/people.html")).content().contains("commit c0ffee", "1 failed, 1 skipped");
        var json = new ObjectMapper()
                .readTree(folder.resolve("reports/people.json").toFile());
        assertThat(json.path("commit").asText()).isEqualTo("c0ffee");
        assertThat(json.path("made").asText()).startsWith("20");
        assertThat(json.findValuesAsText("outcome")).containsExactlyInAnyOrder("FAILED", "SKIPPED");
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("reports/people.xml").toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests") + suite.getAttribute("failures") + suite.getAttribute("skipped"))
                .isEqualTo("211");
        assertThat(suite.getElementsByTagName("skipped").item(0).getTextContent())
                .isEqualTo(
                        "the messages of people can only be requested with --messages-url= (the reference services: <url>/messages)");
    }

    @Test
    void a_provider_that_does_not_listen_is_told_once_and_reported() {
        contract.reads("1").reads("2");
        server.stop(0);

        var run = verify();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualToIgnoringNewLines("""
                The provider cannot be reached: Connection refused.
                  where: --url=%s
                  fix:   start the provider, and wait until it listens
                """.formatted(url()));
        assertThat(folder.resolve("reports/people.md"))
                .content()
                .contains("# Contracts: 2 not verified", "The provider cannot be reached");
        assertThat(folder.resolve("reports/people.xml")).content().contains("errors=\"2\"");
    }

    @Test
    void a_state_that_cannot_be_set_up_is_a_no() {
        contract.reads("1");
        stateStatus = 500;

        var run = verify();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("The service could not set up the state \"a person exists\": it responded 500")
                .contains("name it with --state-change-url=");
    }

    @Test
    void a_missing_state_change_endpoint_is_told_once() {
        List.of("1", "2", "3", "4", "5").forEach(contract::reads);
        stateStatus = 404;

        var run = verify();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .containsOnlyOnce("The service could not set up the state")
                .contains(
                        "  also:  4 other interactions for the same reason: \"a request for person 2\", \"a request for person 3\", \"a request for person 4\", …")
                .contains("5 interactions: 5 failed");
    }

    @Test
    void messages_are_requested_from_their_own_url() {
        contract.message("a person event", "1");

        var run = verify("--messages-url", url() + "/messages");

        // The message lacks its topic, which is metadata.
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("differs: metadata topic");
    }

    @Test
    void several_interactions_run_at_the_same_time() {
        List.of("1", "2", "3").forEach(contract::reads);
        person = "{\"id\":\"1\",\"name\":\"Grace\"}";

        var run = verify("--parallel", "3");

        assertThat(run.output())
                .contains("people: up to 3 interactions are verified at the same time (--parallel)")
                .contains("1 contract, 3 interactions: 2 failed, 1 verified");
    }

    @Test
    void contracts_of_a_broker_are_verified_and_results_published() {
        var published = new PublishedContracts(broker.url(), folder);
        published.publish(contract.reads("1"), "4f2c", "main");
        person = "{\"id\":\"1\"}";
        published.keptBy("before", "main");

        var run = runWithBroker("--publish");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.output())
                .contains("web -> people, version 4f2c of main, latest from main branch, latest from branch main")
                .contains("contracts: the broker at " + broker.url());
        assertThat(broker.results().get(1).path("providerApplicationVersion").asText())
                .isEqualTo("c0ffee");
        assertThat(broker.results().get(1).path("success").asBoolean()).isFalse();
    }

    @Test
    void a_pending_contract_that_is_broken_is_told_and_is_not_a_no() {
        new PublishedContracts(broker.url(), folder).publish(contract.reads("1"), "4f2c", "main");
        person = "{\"id\":\"1\"}";

        var run = runWithBroker();

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("pending, so the build of people continues", "1 pending");
        assertThat(broker.results()).as("published without --publish").isEmpty();
    }

    @Test
    void selectors_may_be_written_as_the_pact_command_line_takes_them() {
        var published = new PublishedContracts(broker.url(), folder);
        published.publish(contract.reads("1"), "4f2c", "main");
        published.publish(PeopleContract.of("web").reads("1").reads("2"), "8e1d", "feat/x");

        var run = runWithBroker(
                "--consumer-version-selectors",
                "{\"branch\": \"main\"}",
                "--consumer-version-selectors={\"branch\": \"feat/x\", \"consumer\": \"web\"}");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.output())
                .contains("version 4f2c of main, latest from branch main")
                .contains("version 8e1d of feat/x, latest from branch feat/x")
                .contains("2 contracts, 3 interactions: 1 pending, 2 verified");
    }

    @Test
    void B3_only_the_contract_of_a_webhook_is_verified() {
        var published = new PublishedContracts(broker.url(), folder);
        published.publish(contract.reads("1"), "4f2c", "main");
        published.publish(PeopleContract.of("web").reads("1").reads("2"), "8e1d", "feat/x");

        var run = runWithBroker("--publish", "--pact-url", published.pactUrl());

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.output()).contains("1 contract, 1 interaction: 1 verified");
        assertThat(broker.results()).hasSize(1);
    }

    @Test
    void a_broker_out_of_reach_leaves_the_question_open() throws IOException {
        try (var unreachable = new UnreachableUrl()) {
            var run = run(
                    "--provider",
                    "people",
                    "--url",
                    url(),
                    "--broker",
                    unreachable.url().toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).contains("  where: ", "  fix:   ");
        }
    }

    private Run runWithBroker(String... more) {
        var arguments = new ArrayList<>(List.of("--provider", "people", "--url", url(), "--broker", broker.url()));
        arguments.addAll(List.of("--provider-version", "c0ffee", "--provider-branch", "main"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void a_filter_that_nothing_passes_is_a_mistake() {
        contract.reads("1");

        var run = verify("--filter-consumer", "wob");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("""
                No interaction with people passes the filter; nothing was verified.
                  where: --filter-consumer=wob
                  fix:   name one of its consumers; the most similar first: "web\"""");
    }

    @Test
    void a_provider_without_contracts_is_a_mistake() {
        contract.reads("1");

        var run = run("--provider", "peeple", "--url", url(), "--pacts", contract.in(folder));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualToIgnoringNewLines("""
                No consumer has a contract with peeple.
                  where: %s
                  fix:   check the name in --provider=peeple, and where the contracts come from (--pacts=, --broker=)
                """.formatted(folder));
    }

    @Test
    void a_folder_of_contracts_is_not_looked_for_elsewhere() {
        var run = run("--provider", "people", "--url", url(), "--pacts", "src/no-such-folder");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("where: --pacts=src/no-such-folder, looked for in "
                        + Path.of("").toAbsolutePath() + "\n");
    }

    @Test
    void a_url_without_a_scheme_is_a_mistake() {
        contract.reads("1");

        var run = run("--provider", "people", "--url", "localhost:8081", "--pacts", contract.in(folder));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("where: --url=localhost:8081");
    }

    @Test
    void a_host_that_does_not_exist_is_named() {
        contract.reads("1");

        var run = run("--provider", "people", "--url", "http://no-such-host.invalid", "--pacts", contract.in(folder));

        assertThat(run.errors()).contains("The provider cannot be reached: unknown host no-such-host.invalid.");
    }

    @Test
    void help_names_the_webhooks_variable() {
        assertThat(run("--help").output()).contains("${pactbroker.pactUrl}");
    }

    @Test
    void the_provider_and_its_url_are_required() {
        assertThat(run().errors()).contains("Missing required options: '--provider=NAME', '--url=URL'");
    }

    private Run verify(String... more) {
        var arguments = new ArrayList<>(List.of("--provider", "people", "--url", url()));
        arguments.addAll(List.of("--pacts", contract.in(folder.resolve("pacts"))));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Run run(String... options) {
        var arguments = new ArrayList<>(
                List.of("verify", "--reports", folder.resolve("reports").toString()));
        arguments.addAll(List.of(options));
        var output = new StringWriter();
        var errors = new StringWriter();
        var executable = new CommandLine(new Executable());
        InstalledCommands.addTo(executable);
        var exitCode = executable
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));
        return new Run(exitCode, output.toString(), errors.toString());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void respond(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
