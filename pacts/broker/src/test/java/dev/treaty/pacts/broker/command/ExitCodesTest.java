package dev.treaty.pacts.broker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.broker.command.CommandRun.Shell;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every command: nobody who cannot be asked says yes or no. What is a yes and a no is in the test of each command. */
class ExitCodesTest {

    private static final int UNANSWERED = 2;

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> commands() {
        return Stream.of(
                command(PublishCommand::new, "PACTS -a 1 -h main"),
                command(CanIDeployCommand::new, "-a web-app -e 1 --to-environment test"),
                command(RecordDeploymentCommand::new, "-a web-app -e 1 --environment test"),
                command(RecordUndeploymentCommand::new, "-a web-app --environment test"),
                command(RecordReleaseCommand::new, "-a web-app -e 1 --environment test"),
                command(RecordSupportEndedCommand::new, "-a web-app -e 1 --environment test"),
                command(CreateEnvironmentCommand::new, "--name test"),
                command(EnvironmentsCommand::new, ""),
                command(DescribeVersionCommand::new, "-a web-app -e 1"),
                command(DescribeVersionCommand::new, "-a web-app --environment test"),
                command(DeleteBranchCommand::new, "-a web-app --branch feat/x"));
    }

    private static Arguments command(Function<Map<String, String>, BrokerCommand> command, String arguments) {
        return Arguments.of(command, arguments);
    }

    private CommandRun run(String url, Function<Map<String, String>, BrokerCommand> command, String arguments)
            throws IOException {
        ExamplePacts.in(folder);
        var all = new ArrayList<>(List.of("--retries", "0"));
        Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("PACTS", folder.toString()))
                .forEach(all::add);
        return new Shell(url).run(command, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_broker_that_is_away(Function<Map<String, String>, BrokerCommand> command, String arguments)
            throws Exception {
        var broker = new BrokerReplay().start();
        var url = broker.url();
        broker.close();

        var run = run(url, command, arguments);

        assertThat(run.exitCode()).isEqualTo(UNANSWERED);
        assertThat(run.errors())
                .startsWith("The broker cannot be asked: no answer (ConnectException).\n  where: GET " + url);
        assertThat(run.output()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_broker_that_fails(Function<Map<String, String>, BrokerCommand> command, String arguments) throws Exception {
        try (var broker = new BrokerReplay().start()) {
            broker.answerNext(500);

            var run = run(broker.url(), command, arguments);

            assertThat(run.exitCode()).isEqualTo(UNANSWERED);
            assertThat(run.errors()).startsWith("The broker cannot be asked: it answered: the status is 500.\n");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void missing_credentials(Function<Map<String, String>, BrokerCommand> command, String arguments) throws Exception {
        try (var broker = new BrokerReplay().requiring("ann", "s3cr3t").start()) {
            var run = run(broker.url(), command, arguments);

            assertThat(run.exitCode()).isEqualTo(UNANSWERED);
            assertThat(run.errors()).startsWith("The broker refused: the status is 401\n");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_page_in_place_of_a_broker(Function<Map<String, String>, BrokerCommand> command, String arguments)
            throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var page = "<html>Sign in</html>".getBytes(UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        try {
            var run = run("http://127.0.0.1:" + server.getAddress().getPort(), command, arguments);

            assertThat(run.exitCode()).isEqualTo(UNANSWERED);
            assertThat(run.errors()).startsWith("The answer is not that of a Pact Broker.\n");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_line_that_is_wrong(Function<Map<String, String>, BrokerCommand> command, String arguments)
            throws Exception {
        var run = run("http://127.0.0.1:1", command, (arguments + " --no-such-option").strip());

        assertThat(run.exitCode()).isEqualTo(UNANSWERED);
        assertThat(run.errors()).startsWith("Unknown option: --no-such-option\n  where: the command line of treaty ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_address_that_is_missing(Function<Map<String, String>, BrokerCommand> command, String arguments)
            throws Exception {
        var run = run("", command, arguments);

        assertThat(run.exitCode()).isEqualTo(UNANSWERED);
        assertThat(run.errors()).startsWith("The address of the broker is missing.\n");
    }

    @Test
    void a_password_on_the_command_line() {
        var run = new Shell("http://127.0.0.1:1").run(EnvironmentsCommand::new, "--broker-password", "s3cr3t");

        assertThat(run.exitCode()).isEqualTo(UNANSWERED);
        assertThat(run.errors()).doesNotContain("s3cr3t");
    }
}
