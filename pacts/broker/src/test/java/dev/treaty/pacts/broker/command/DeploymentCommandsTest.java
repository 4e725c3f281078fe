package dev.treaty.pacts.broker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.treaty.pacts.broker.command.CommandRun.Shell;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Environments, deployments, releases, versions and branches. */
class DeploymentCommandsTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws Exception {
        ExamplePacts.in(folder);
        run(PublishCommand::new, folder.toString(), "-a", "1", "--branch", "main");
        run(
                PublishCommand::new,
                folder.toString(),
                "-a",
                "2",
                "--branch",
                "feat/x",
                "--build-url",
                "https://ci.example/2");
        run(CreateEnvironmentCommand::new, "--name", "production", "--production");
    }

    private CommandRun run(Function<Map<String, String>, BrokerCommand> command, String... arguments) {
        return new Shell(broker.url()).run(command, arguments);
    }

    private CommandRun deploy(String version, String... options) {
        return record(RecordDeploymentCommand::new, version, options);
    }

    private CommandRun record(Function<Map<String, String>, BrokerCommand> command, String version, String... options) {
        var all = new String[options.length + 6];
        System.arraycopy(new String[] {"-a", "web-app", "-e", version, "--environment", "production"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return run(command, all);
    }

    private String description(String version) {
        return run(DescribeVersionCommand::new, "-a", "web-app", "--version", version)
                .output();
    }

    @Test
    void B7_an_environment_is_created_and_listed() {
        var created =
                run(CreateEnvironmentCommand::new, "--name", "test", "--display-name", "Test 2", "--output", "id");

        assertThat(created.exitCode()).isZero();
        assertThat(run(EnvironmentsCommand::new).output())
                .startsWith("  NAME        DISPLAY NAME  PRODUCTION  UUID\n")
                .contains("  production  Production    true        ")
                .contains("  test        Test 2        false       " + created.output());
        assertThat(run(EnvironmentsCommand::new, "-o", "json").output()).contains("\"name\" : \"test\"");
    }

    @Test
    void B7_the_brokers_own_text_is_shown() {
        var run = run(CreateEnvironmentCommand::new, "--name", "pro duction");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                The broker refused: name cannot contain spaces
                  where: POST %s/environments
                  fix:   correct what the broker names
                """.formatted(broker.url()));
    }

    @Test
    void an_environment_that_exists_already_leaves_nothing_to_do() {
        var run = run(CreateEnvironmentCommand::new, "--name", "production");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("""
                Environment production exists already; it was not changed.
                  where: %s
                  fix:   nothing is left to do; "environments" shows it
                """.formatted(broker.url()));
    }

    @Test
    void a_command_that_a_fix_shows_can_be_copied_whatever_the_names_are() {
        var run = run(RecordSupportEndedCommand::new, "-a", "Büro App", "-e", "it's 1", "--environment", "production");

        assertThat(run.errors()).contains("describe-version --pacticipant 'Büro App' --version 'it'\\''s 1' shows");
    }

    @Test
    void B8_a_deployment_is_recorded_and_takes_the_place_of_the_one_before() {
        var first = deploy("1");
        var second = deploy("2");

        assertThat(first.exitCode()).isZero();
        assertThat(first.output()).isEqualTo("Recorded that version 1 of web-app is deployed to production.\n");
        assertThat(second.exitCode()).isZero();
        assertThat(description("1")).contains("deployed to  none\n");
        assertThat(description("2")).contains("deployed to  production\n");
    }

    @Test
    void B8_instances_are_deployed_beside_each_other() {
        deploy("1", "--application-instance", "blue");
        deploy("2", "--application-instance", "green");

        assertThat(description("1")).contains("deployed to  production (instance blue)\n");

        var removed = run(
                RecordUndeploymentCommand::new,
                "-a",
                "web-app",
                "--environment",
                "production",
                "--application-instance",
                "blue");

        assertThat(removed.output())
                .isEqualTo(
                        "Recorded that version 1 of web-app is no longer deployed to production as instance blue.\n");
        assertThat(description("1")).contains("deployed to  none\n");
        assertThat(description("2")).contains("deployed to  production (instance green)\n");
    }

    @Test
    void an_instance_must_be_named_if_there_are_several() {
        deploy("1", "--application-instance", "blue");

        var run = run(RecordUndeploymentCommand::new, "-a", "web-app", "--environment", "production");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("""
                web-app is not deployed to production.
                  where: deployed there: blue (1)
                  fix:   name one of these instances with --application-instance
                """);
    }

    @Test
    void B8_an_unknown_environment_is_named_with_those_that_exist() {
        var run = run(RecordDeploymentCommand::new, "-a", "web-app", "-e", "1", "--environment", "produktion");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                Environment produktion does not exist.
                  where: %s, which has production
                  fix:   did you mean production? If not, create it: create-environment --name produktion
                """.formatted(broker.url()));
    }

    @Test
    void B8_an_unknown_version_is_not_recorded() {
        var run = deploy("nope");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).startsWith("The broker does not know version nope of web-app.\n");
    }

    @Test
    void a_release_is_recorded_beside_the_others_until_its_support_ends() {
        record(RecordReleaseCommand::new, "1");
        record(RecordReleaseCommand::new, "2");

        assertThat(description("1")).contains("released to  production\n");

        var ended = record(RecordSupportEndedCommand::new, "1");

        assertThat(ended.output())
                .isEqualTo("Recorded that version 1 of web-app is no longer supported in production.\n");
        assertThat(description("1")).contains("released to  none\n");
        assertThat(description("2")).contains("released to  production\n");
        assertThat(record(RecordSupportEndedCommand::new, "1").exitCode()).isEqualTo(1);
    }

    @Test
    void a_version_is_described() {
        assertThat(description("2")).isEqualTo("""
                version      2
                branches     feat/x
                tags         none
                contracts    with api-gateway
                deployed to  none
                released to  none
                built by     https://ci.example/2
                """);
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "-o", "id").output())
                .isEqualTo("2\n");
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "-e", "9").exitCode())
                .isEqualTo(1);
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "--latest", "nightly")
                        .errors())
                .isEqualTo("""
                        The broker does not know a version with the tag nightly of web-app.
                          where: the broker's versions of web-app
                          fix:   check the names; a version is known once its contracts or results are published
                        """);
    }

    @Test
    void the_versions_in_an_environment_are_described() {
        deploy("1", "--application-instance", "blue");
        deploy("2");
        record(RecordReleaseCommand::new, "1");

        assertThat(live().output()).isEqualTo("""
                  VERSION  STATUS    ENVIRONMENT  INSTANCE
                  2        deployed  production
                  1        deployed  production   blue
                  1        released  production
                """);
        assertThat(live("--deployed", "-o", "id").output()).isEqualTo("2\n1\n");
        assertThat(live("--released", "-o", "json").output())
                .contains("\"number\" : \"1\"")
                .doesNotContain("\"number\" : \"2\"");
    }

    private CommandRun live(String... options) {
        var all = new ArrayList<>(List.of("-a", "web-app", "--environment", "production"));
        all.addAll(List.of(options));
        return run(DescribeVersionCommand::new, all.toArray(String[]::new));
    }

    @Test
    void an_environment_without_the_application_is_a_no_and_an_unknown_one_is_not() {
        assertThat(live())
                .returns(1, CommandRun::exitCode)
                .extracting(CommandRun::errors, STRING)
                .startsWith("No version of web-app is live in production.\n");
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "--environment", "moon"))
                .returns(2, CommandRun::exitCode)
                .extracting(CommandRun::errors, STRING)
                .startsWith("Environment moon does not exist.\n");
    }

    @Test
    void what_is_said_about_an_environment_needs_one_and_no_version() {
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "--deployed"))
                .returns(2, CommandRun::exitCode)
                .extracting(CommandRun::errors, STRING)
                .startsWith("--deployed and --released need --environment.\n");
        assertThat(live("--version", "1").exitCode()).isEqualTo(2);
    }

    @Test
    void a_contact_may_have_only_an_address() {
        var created =
                run(CreateEnvironmentCommand::new, "--name", "test", "--contact-email-address", "platform@example.org");

        assertThat(created.exitCode()).as(created.errors()).isZero();
    }

    @Test
    void a_command_takes_no_format_that_it_does_not_have() {
        assertThat(run(DescribeVersionCommand::new, "-a", "web-app", "-o", "yaml"))
                .returns(2, CommandRun::exitCode)
                .extracting(CommandRun::errors, STRING)
                .startsWith("Invalid value for option '--output': 'yaml' is not one of json, table, id.\n");
        assertThat(run(EnvironmentsCommand::new, "-o", "id").exitCode()).isEqualTo(2);
        // those of the official command line
        for (var format : List.of("json", "text", "pretty")) {
            assertThat(run(EnvironmentsCommand::new, "-o", format).exitCode()).isZero();
        }
    }

    @Test
    void a_branch_is_deleted() {
        var deleted = run(DeleteBranchCommand::new, "-a", "web-app", "--branch", "feat/x");
        var again = run(DeleteBranchCommand::new, "-a", "web-app", "--branch", "feat/x");

        assertThat(deleted.exitCode()).isZero();
        assertThat(deleted.output()).isEqualTo("Deleted branch feat/x of web-app.\n");
        assertThat(description("2")).contains("branches     none\n");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).isEqualTo("""
                There is no branch feat/x of web-app.
                  where: the broker's branches of web-app
                  fix:   check both names; nothing is left to do if it was deleted already
                """);
        assertThat(run(DeleteBranchCommand::new, "-a", "web-app", "--branch", "feat/x", "--no-error-when-not-found")
                        .exitCode())
                .isZero();
    }
}
