package dev.treaty.pacts.broker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.command.CommandRun.Shell;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.ContractSelection;
import dev.treaty.pacts.broker.verification.InteractionOutcome;
import dev.treaty.pacts.broker.verification.VerificationMismatch;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CanIDeployCommandTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws Exception {
        ExamplePacts.in(folder);
        assertThat(run(PublishCommand::new, folder.toString(), "-a", "gw1", "--branch", "main")
                        .exitCode())
                .isZero();
        run(CreateEnvironmentCommand::new, "--name", "test");
    }

    private CommandRun run(Function<Map<String, String>, BrokerCommand> command, String... arguments) {
        return new Shell(broker.url()).run(command, arguments);
    }

    private CommandRun gate(String... options) {
        var all = new String[options.length + 6];
        System.arraycopy(
                new String[] {"--pacticipant", "api-gateway", "--version", "gw1", "--to-environment", "test"},
                0,
                all,
                0,
                6);
        System.arraycopy(options, 0, all, 6, options.length);
        return run(CanIDeployCommand::new, all);
    }

    /** A version of a provider verifies the contracts of main, and is deployed. */
    private void verified(String provider, String version, boolean isSuccess, String... instance) {
        var client = PactBroker.at(broker.url(), Map.of(), line -> {});
        client.participants().addToBranch(provider, "main", version);
        var contracts = client.providerContracts();
        var selection = new ContractSelection(
                Optional.of("main"), List.of(), List.of(ConsumerVersionSelector.mainBranch()), true, Optional.empty());
        for (var selected : contracts.select(provider, selection)) {
            var content = contracts.content(selected);
            var id = content.pact().path("interactions").path(0).path("_id").asText();
            contracts.publish(content, result(version, id, isSuccess));
        }
        deployed(provider, version, instance);
    }

    private void deployed(String provider, String version, String... instance) {
        PactBroker.at(broker.url(), Map.of(), line -> {}).participants().addToBranch(provider, "main", version);
        PactBroker.at(broker.url(), Map.of(), line -> {})
                .deployments()
                .recordDeployment(
                        provider, version, "test", List.of(instance).stream().findFirst());
    }

    private static ContractResult result(String version, String id, boolean isSuccess) {
        var mismatch = new VerificationMismatch(
                "status", "", "expected status of 200 but was 202", Optional.of("200"), Optional.of("202"));
        var outcome = new InteractionOutcome(
                id,
                "",
                isSuccess,
                isSuccess ? List.of() : List.of(mismatch),
                isSuccess
                        ? Optional.empty()
                        : Optional.of("curl -i -X PATCH 'http://127.0.0.1:8080/workspaces/ws_42'"));
        return new ContractResult(
                isSuccess, version, Optional.of("https://ci.example/" + version), List.of(outcome), "Treaty", "1.0");
    }

    @Test
    void a_version_that_works_with_everything_can_be_deployed() {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws1", true);

        var run = gate();

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).isEqualTo("""
                Yes: version gw1 of api-gateway can be deployed to test.
                  All required verification results are published and successful

                  CONSUMER     C.VERSION  PROVIDER           P.VERSION  SUCCESS?
                  api-gateway  gw1        auth-service       auth1      true
                  api-gateway  gw1        workspace-service  ws1        true
                """);
    }

    @Test
    void a_no_names_consumer_interaction_difference_request_and_build() {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws1", false);

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEqualTo("""
                No: version gw1 of api-gateway cannot be deployed to test.
                  The verification for the pact between version gw1 of api-gateway and the version of workspace-service currently in test (ws1) failed

                  CONSUMER     C.VERSION  PROVIDER           P.VERSION  SUCCESS?
                  api-gateway  gw1        auth-service       auth1      true
                  api-gateway  gw1        workspace-service  ws1        false

                workspace-service ws1 breaks its contract with api-gateway gw1
                  verified by: https://ci.example/ws1
                  result:      %s
                  "a request to rename a workspace", given a workspace exists {"id":"ws_42"}
                    status
                      expected: 200
                      actual:   202
                    repeat:   curl -i -X PATCH 'http://127.0.0.1:8080/workspaces/ws_42'
                """.formatted(resultUrl(run)));
    }

    private static String resultUrl(CommandRun run) {
        return run.output()
                .lines()
                .filter(line -> line.startsWith("  result:"))
                .map(line -> line.substring(15))
                .findFirst()
                .orElse("no result");
    }

    @Test
    void B2_every_live_instance_counts() {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws3", false, "blue");
        verified("workspace-service", "ws4", true);

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("one of the versions of workspace-service currently in test (ws3) failed")
                .contains("workspace-service ws3 breaks its contract with api-gateway gw1");
        assertThat(broker.requests())
                .anyMatch(request -> request.contains("/matrix?") && request.contains("latestby=cvpv"));
    }

    @Test
    void B2_a_live_instance_that_nobody_verified_is_not_overlooked_although_the_broker_does() {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws4", true);
        deployed("workspace-service", "ws5", "blue");

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .startsWith(
                        "No, because a verification is missing: version gw1 of api-gateway cannot be deployed to test.")
                .contains("The broker leaves out live versions without a result")
                .contains("  api-gateway  gw1        workspace-service  ws5        unknown\n")
                .contains("workspace-service ws5 was never verified against the contract of api-gateway gw1")
                .containsPattern(
                        "  verify it where it runs, at \\$URL: treaty verify --provider workspace-service --url \"\\$URL\" --publish"
                                + " --broker http\\S+ --pact-url http\\S+ --provider-version ws5\n")
                .containsPattern(
                        "  or in a checkout of that version: CI=true mvn -pl providers/workspace-service -am verify"
                                + " -Dpact.broker.url=http\\S+ -Dpact.url=http\\S+ -Dpact.provider.version=ws5\n");
    }

    @Test
    void what_is_not_deployed_is_named_with_the_command_that_records_it() {
        verified("auth-service", "auth1", true);

        var run = gate();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("""
                api-gateway gw1 needs workspace-service, of which no version is in test
                  deploy it first, and record that: record-deployment --pacticipant workspace-service --version <version> --environment test
                """);
    }

    @Test
    void what_is_unknown_is_asked_again_until_it_is_known() {
        verified("auth-service", "auth1", true);

        var run = gate("--retry-while-unknown", "2", "--retry-interval", "0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("""
                A verification is missing; asking again in 0 s (1 of 2).
                A verification is missing; asking again in 0 s (2 of 2).
                """);
        assertThat(broker.requests())
                .filteredOn(request -> request.contains("/matrix?"))
                .hasSize(3);
    }

    @Test
    void a_failure_is_final_and_not_asked_again() {
        verified("auth-service", "auth1", false);
        verified("workspace-service", "ws1", true);

        var run = gate("--retry-while-unknown", "5", "--retry-interval", "60");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(broker.requests())
                .filteredOn(request -> request.contains("/matrix?"))
                .hasSize(1);
    }

    @Test
    void a_failure_beside_a_missing_verification_is_a_no_although_the_broker_leaves_it_open() {
        verified("auth-service", "auth1", false);
        deployed("workspace-service", "ws1");

        var run = gate("--retry-while-unknown", "2", "--retry-interval", "0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .startsWith("No: version gw1 of api-gateway cannot be deployed to test.\n")
                .contains("auth-service auth1 breaks its contract with api-gateway gw1")
                .contains("workspace-service ws1 was never verified against the contract of api-gateway gw1");
        assertThat(run.errors()).isEmpty();
        assertThat(broker.requests())
                .filteredOn(request -> request.contains("/matrix?"))
                .hasSize(1);
    }

    @Test
    void B1_a_version_that_consumes_but_was_published_without_contracts_is_warned_of() {
        PactBroker.at(broker.url(), Map.of(), line -> {}).participants().addToBranch("api-gateway", "main", "gw2");

        var run = run(CanIDeployCommand::new, "-a", "api-gateway", "-e", "gw2", "--to-environment", "test");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains(
                        "Warning: api-gateway consumes auth-service, workspace-service, but version gw2 was published without"
                                + " contracts, so nothing was checked there.");
    }

    @Test
    void B12_a_version_that_was_half_published_is_warned_of() throws Exception {
        verified("auth-service", "auth1", true);
        new ExamplePacts(folder).delete("api-gateway", "workspace-service");
        run(PublishCommand::new, folder.toString(), "-a", "gw2", "--branch", "feat/x");

        var run = run(CanIDeployCommand::new, "-a", "api-gateway", "-e", "gw2", "--to-environment", "test");

        assertThat(run.output())
                .contains(
                        "Warning: api-gateway has consumed workspace-service before, but version gw2 has no contract with it.");
    }

    @Test
    void what_is_ignored_is_said_with_what_it_hides() {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws1", false);

        var run = gate("--ignore", "workspace-service");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("ws1        false (ignored)")
                .contains("Warning: workspace-service is ignored, which hides a failure.");
    }

    @Test
    void an_unknown_environment_is_a_question_that_cannot_be_answered() {
        var run = run(CanIDeployCommand::new, "-a", "api-gateway", "-e", "gw1", "--to-environment", "production");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("The broker refused: Environment with name 'production' does not exist\n  where: GET "
                        + broker.url())
                .contains(
                        "fix:   correct the name; \"environments\" lists the environments, and an application is known once its contracts"
                                + " or results are published");
    }

    @Test
    void a_broker_that_is_away_is_neither_yes_nor_no() {
        broker.close();

        var run = gate("--dry-run");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void a_dry_run_ends_with_0_but_says_no() {
        var run = gate("--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("No, because a verification is missing:");
        assertThat(run.errors()).contains("This is a dry run: the exit code is 0, whatever the answer.");
    }

    @Test
    void a_version_without_a_pacticipant_before_it_is_a_usage_error() {
        var run = run(CanIDeployCommand::new, "--version", "gw1", "--pacticipant", "api-gateway");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("--version must come after the --pacticipant or --ignore that it belongs to");
    }

    @Test
    void a_pacticipant_without_a_version_is_a_usage_error() {
        var run = run(CanIDeployCommand::new, "--pacticipant", "api-gateway", "--to-environment", "test");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).startsWith("Which version of api-gateway?");
    }

    @Test
    void two_versions_can_be_asked_about() {
        verified("auth-service", "auth1", true);

        var run = run(
                CanIDeployCommand::new, "-a", "api-gateway", "-e", "gw1", "--pacticipant", "auth-service", "--latest");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .startsWith("Yes: version gw1 of api-gateway and the newest version of auth-service work together.");
        assertThat(broker.requests())
                .anyMatch(
                        request -> request.contains(
                                "q[][pacticipant]=api-gateway&q[][version]=gw1&q[][pacticipant]=auth-service&q[][latest]=true"));
    }

    @Test
    void json_has_what_the_broker_said_and_why() throws Exception {
        verified("auth-service", "auth1", true);
        verified("workspace-service", "ws1", false);

        var json = new JsonMapper().readTree(gate("--output", "json").output());

        assertThat(json.at("/summary/deployable").asBoolean(true)).isFalse();
        assertThat(json.at("/treaty/verdict").asText()).isEqualTo("no");
        assertThat(json.at("/treaty/obstacles/0/kind").asText()).isEqualTo("broken");
        assertThat(json.at("/treaty/obstacles/0/interactions/0/mismatches/0/actual")
                        .asText())
                .isEqualTo("202");
    }
}
