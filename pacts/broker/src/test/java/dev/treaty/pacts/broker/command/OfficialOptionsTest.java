package dev.treaty.pacts.broker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.broker.command.CommandRun.Shell;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of the official command lines (pact-broker-cli 0.8.8, and pact_broker-client 1.78 before it), command by command: each is
 * taken, or refused with what to do instead.
 */
class OfficialOptionsTest {

    private static final List<String> OF_ALL = List.of(
            "-b",
            "--broker-base-url",
            "-u",
            "--broker-username",
            "-p",
            "--broker-password",
            "-k",
            "--broker-token",
            "-v",
            "--verbose",
            "--log-level",
            "--retries",
            "-c",
            "--ssl-certificate",
            "--ssl-trust-store",
            "--help");

    private static final List<String> REFUSED_BY_ALL = List.of(
            "--skip-ssl-verification",
            "--custom-header",
            "--enable-otel",
            "--enable-otel-logs",
            "--enable-otel-traces",
            "--otel-exporter",
            "--otel-exporter-endpoint",
            "--otel-exporter-protocol");

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    static Stream<Arguments> taken() {
        return Stream.of(
                command(
                        PublishCommand::new,
                        "-a --consumer-app-version -h --branch -r --auto-detect-version-properties -t --tag -g"
                                + " --tag-with-git-branch --no-tag-with-git-branch --build-url --merge --no-merge -o --output"),
                command(
                        CanIDeployCommand::new,
                        "-a --pacticipant -e --version --ignore -l --latest --tag --branch --main-branch --to-environment --to"
                                + " -o --output --retry-while-unknown --retry-interval --dry-run --no-dry-run"),
                command(
                        RecordDeploymentCommand::new,
                        "-a --pacticipant -e --version --environment --application-instance --target -o --output"),
                command(
                        RecordUndeploymentCommand::new,
                        "-a --pacticipant --environment --application-instance --target -o --output"),
                command(RecordReleaseCommand::new, "-a --pacticipant -e --version --environment -o --output"),
                command(RecordSupportEndedCommand::new, "-a --pacticipant -e --version --environment -o --output"),
                command(
                        CreateEnvironmentCommand::new,
                        "--name --display-name --production --no-production --contact-name --contact-email-address -o --output"),
                command(EnvironmentsCommand::new, "-o --output"),
                command(
                        DescribeVersionCommand::new,
                        "-a --pacticipant -e --version -l --latest --environment --deployed --released -o --output"),
                command(
                        DeleteBranchCommand::new,
                        "-a --pacticipant --branch --error-when-not-found --no-error-when-not-found"));
    }

    private static Arguments command(Function<Map<String, String>, BrokerCommand> command, String options) {
        return Arguments.of(command, options);
    }

    @ParameterizedTest
    @MethodSource
    void taken(Function<Map<String, String>, BrokerCommand> command, String options) {
        var specification = new CommandLine(command.apply(Map.of())).getCommandSpec();
        var known = new HashSet<>(specification.optionsMap().keySet());
        known.addAll(specification.negatedOptionsMap().keySet());

        assertThat(known).contains(options.split(" ")).containsAll(OF_ALL);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void refused_with_what_to_do_instead(Function<Map<String, String>, BrokerCommand> command, String options) {
        for (var option : REFUSED_BY_ALL) {
            assertRefused(command, option);
        }
    }

    @Test
    void options_of_one_command_are_refused_with_what_to_do_instead() {
        for (var option : List.of("--validate", "--strict")) {
            assertRefused(PublishCommand::new, option);
        }
        for (var option : List.of("--no-main-branch", "--skip-main-branch", "--all", "--limit")) {
            assertRefused(CanIDeployCommand::new, option);
        }
    }

    private void assertRefused(Function<Map<String, String>, BrokerCommand> command, String option) {
        var specification = new CommandLine(command.apply(Map.of())).getCommandSpec();
        var arguments = new ArrayList<String>();
        specification.positionalParameters().forEach(parameter -> arguments.add("pacts"));
        specification.options().stream()
                .filter(OptionSpec::required)
                .forEach(required -> arguments.addAll(List.of(required.longestName(), "x")));
        arguments.add(option);

        var run = new Shell(broker.url()).run(command, arguments.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .matches(
                        "(?s)Unknown option: %s\n  where: the command line of treaty %s\n  fix:   (leave it out|use|name).*"
                                .formatted(option, specification.name()));
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void what_the_command_line_says_takes_precedence_over_the_environment() {
        var shell = new Shell(Map.of("PACT_BROKER_BASE_URL", "https://127.0.0.1:1", "SSL_CERT_FILE", "theirs.pem"));

        var run = shell.run(EnvironmentsCommand::new, "--ssl-certificate", "ours.pem");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                The file of trusted certificates cannot be read: NoSuchFileException.
                  where: ours.pem
                  fix:   name a file that begins with -----BEGIN CERTIFICATE-----, with --ssl-certificate or SSL_CERT_FILE
                """);
    }

    @Test
    void no_further_attempt_is_made_where_none_is_wanted() {
        broker.answerNext(503);

        assertThat(run("--retries", "0").exitCode()).isEqualTo(2);
        assertThat(broker.requests()).containsExactly("GET /");
    }

    @Test
    void log_levels_from_info_on_print_the_requests() {
        assertThat(run("--log-level", "info").errors()).startsWith("GET " + broker.url() + "/: 200 (");
        assertThat(run("--log-level", "none").errors()).isEmpty();
    }

    private CommandRun run(String... arguments) {
        return new Shell(broker.url()).run(EnvironmentsCommand::new, arguments);
    }
}
