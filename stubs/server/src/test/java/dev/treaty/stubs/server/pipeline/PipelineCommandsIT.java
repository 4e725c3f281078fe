package dev.treaty.stubs.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.deployment.Environment;
import dev.treaty.pacts.broker.deployment.LiveVersion;
import dev.treaty.pacts.broker.deployment.NewEnvironment;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.stubs.server.pipeline.PipelineShell.ScriptRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the two pipelines, run as they run it, against a broker. */
class PipelineCommandsIT {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    private PipelineShell shell;
    private PactBroker client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        client = PactBroker.at(broker.url(), Map.of(), line -> {});
        shell = new PipelineShell(folder)
                .set("PACT_BROKER_BASE_URL", broker.url())
                .set("PARTICIPANT", "web-app")
                .set("ENVIRONMENT", "production")
                .set("DEPLOY_COMMAND", "echo \"$PARTICIPANT\" > deployed")
                .set("PROVIDER", "auth-service")
                .set("PACT_URL", "https://broker.example/pacts/1")
                .set("BRANCH", "feat/x");
        shell.set("VERSION", shell.head());
    }

    @Test
    void github_publishes_asks_and_deploys() throws Exception {
        var workflow = Workflow.read();
        shell.set("GITHUB_ACTIONS", "true")
                .set("GITHUB_SHA", shell.head())
                .set("GITHUB_REF_TYPE", "branch")
                .set("GITHUB_REF_NAME", "main")
                .set("MAIN_BRANCH", "main");

        publishesAsksAndDeploys(workflow.scripts("publish"), () -> workflow.scripts("deploy"));
    }

    @Test
    void jenkins_publishes_asks_and_deploys() throws Exception {
        var pipeline = JenkinsPipeline.read();
        shell.set("JENKINS_URL", "https://jenkins.example/")
                .set("GIT_COMMIT", shell.head())
                .set("BRANCH_NAME", "main");

        publishesAsksAndDeploys(pipeline.scripts("Publish"), () -> pipeline.scripts("Deploy"));
    }

    private void publishesAsksAndDeploys(Stream<String> publish, Scripts deploy) throws Exception {
        client.deployments()
                .create(new NewEnvironment("production", Optional.empty(), true, Optional.empty(), Optional.empty()));

        assertSucceeds(shell.run(publish));
        verify(false);
        var refused = shell.run(deploy.get());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(shell.file("deployed")).doesNotExist();
        verify(true);
        assertSucceeds(shell.run(deploy.get()));
        assertThat(shell.file("deployed")).hasContent("web-app");
        assertThat(client.deployments().live(production()))
                .extracting(LiveVersion::pacticipant)
                .contains("web-app");
    }

    private Environment production() {
        return client.deployments().environment("production");
    }

    /** What a provider's own build would do. */
    private void verify(boolean success) {
        var contracts = client.providerContracts();
        var content = contracts
                .content("%s/pacts/provider/api-gateway/consumer/web-app/version/%s"
                        .formatted(broker.url(), shell.head()))
                .orElseThrow();
        contracts.publish(content, new ContractResult(success, "gw1", Optional.empty(), List.of(), "Treaty", "1.0"));
        client.deployments().recordDeployment("api-gateway", "gw1", "production", Optional.empty());
    }

    @Test
    void github_comments_on_a_pull_request() throws Exception {
        shell.set("BASE", "HEAD").set("HEAD", "HEAD").set("GH_TOKEN", "token").set("NUMBER", "7");

        assertSucceeds(shell.run(Workflow.read().scripts("compare")));

        assertThat(shell.file("compare.md")).isNotEmptyFile();
        assertThat(shell.calls()).containsExactly("gh pr comment 7 --body-file compare.md --edit-last");
    }

    @Test
    void jenkins_compares_with_the_branch_that_is_merged_into() throws Exception {
        shell.set("CHANGE_TARGET", "main");

        assertSucceeds(shell.run(Stream.concat(
                Stream.of("git update-ref refs/remotes/origin/main HEAD"),
                JenkinsPipeline.read().scripts("Compare"))));

        assertThat(shell.file("compare.md")).isNotEmptyFile();
    }

    @Test
    void both_build_everything_and_verify_what_the_broker_selects_for_each_provider() throws Exception {
        var workflow = Workflow.read();

        assertSucceeds(shell.run(workflow.scripts("build")));
        assertSucceeds(shell.run(workflow.scripts("providers")));
        assertSucceeds(shell.run(JenkinsPipeline.read().scripts("Build")));
        assertSucceeds(shell.run(JenkinsPipeline.read().scripts("Publish").skip(1)));

        assertThat(shell.calls())
                .containsExactly(
                        "mvn -B -ntp verify",
                        verification("auth-service"),
                        "mvn -B -ntp verify",
                        verification("auth-service"),
                        verification("workspace-service"),
                        verification("api-gateway"),
                        verification("environment-cloner"),
                        verification("threat-intelligence"));
    }

    private String verification(String provider) {
        return "mvn -B -ntp -pl providers/%s -am verify -Dpact.broker.url=%s".formatted(provider, broker.url());
    }

    /** A job that is added must be tried here. */
    @Test
    void there_are_no_other_jobs_and_stages() throws Exception {
        assertThat(Workflow.read().jobNames())
                .containsExactly("build", "compare", "delete-branch", "deploy", "providers", "publish", "verify-one");
        assertThat(JenkinsPipeline.read().stageNames())
                .containsExactly("Build", "Compare", "Publish", "Verify one contract", "Deploy");
    }

    @Test
    void github_verifies_what_the_webhook_asks_for() throws Exception {
        assertSucceeds(shell.run(Workflow.read().scripts("verify-one")));

        assertThat(shell.calls())
                .containsExactly(("mvn -B -ntp -pl providers/auth-service -am verify -Dpact.broker.url=%s"
                                + " -Dpact.url=https://broker.example/pacts/1 -Dpact.provider.version=%s"
                                + " -Dpact.provider.branch=feat/x")
                        .formatted(broker.url(), shell.head()));
    }

    @Test
    void jenkins_verifies_what_the_webhook_asks_for() throws Exception {
        assertSucceeds(shell.run(JenkinsPipeline.read().scripts("Verify one contract")));

        assertThat(shell.calls())
                .containsExactly(
                        "mvn -B -ntp -pl providers/auth-service -am verify -Dpact.broker.url=%s -Dpact.url=https://broker.example/pacts/1"
                                .formatted(broker.url()));
    }

    @Test
    void a_webhook_cannot_name_just_any_folder() throws Exception {
        shell.set("PROVIDER", "../consumers/billing; id");

        for (var scripts : List.of(
                Workflow.read().scripts("verify-one"), JenkinsPipeline.read().scripts("Verify one contract"))) {
            var run = shell.run(scripts);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output()).startsWith("There is no provider \"../consumers/billing; id\" here.");
        }
        assertThat(shell.calls()).isEmpty();
    }

    @Test
    void github_deletes_a_branch_of_every_participant() throws Exception {
        assertSucceeds(shell.run(Workflow.read().scripts("delete-branch")));

        assertThat(broker.requests())
                .filteredOn(request -> request.startsWith("DELETE"))
                .containsExactly(
                        "DELETE /pacticipants/api-gateway/branches/feat%2Fx",
                        "DELETE /pacticipants/web-app/branches/feat%2Fx");
    }

    private static void assertSucceeds(ScriptRun run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private interface Scripts {
        Stream<String> get();
    }
}
