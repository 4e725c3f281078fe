package dev.treaty.pacts.broker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.build.GitFolder;
import dev.treaty.pacts.broker.command.CommandRun.Shell;
import dev.treaty.pacts.broker.participants.Participant;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

    private static final String COMMIT = "4f2c9d0e8b7a6f5e4d3c2b1a09f8e7d6c5b4a392";

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    private ExamplePacts pacts = new ExamplePacts(Path.of(""));

    @BeforeEach
    void writePacts() throws Exception {
        pacts = ExamplePacts.in(folder);
    }

    private Shell shell() {
        return new Shell(broker.url());
    }

    private CommandRun publish(String... options) {
        var all = new String[options.length + 1];
        all[0] = pacts.toString();
        System.arraycopy(options, 0, all, 1, options.length);
        return shell().run(PublishCommand::new, all);
    }

    private PactBroker client() {
        return PactBroker.at(broker.url(), Map.of(), line -> {});
    }

    @Test
    void all_contracts_are_published() {
        var run = publish("--consumer-app-version", COMMIT, "--branch", "main");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).isEqualTo("""
                Publishing 3 contracts of 2 consumers as version %1$s of branch main
                  api-gateway -> auth-service, workspace-service
                  web-app -> api-gateway
                Pact successfully published for api-gateway version %1$s and provider auth-service.
                Pact successfully published for api-gateway version %1$s and provider workspace-service.
                Pact successfully published for web-app version %1$s and provider api-gateway.
                """.formatted(COMMIT));
        assertThat(run.errors()).isEmpty();
        assertThat(client().participants()
                        .version("api-gateway", COMMIT)
                        .orElseThrow()
                        .contracts())
                .extracting(PublishedContract::provider)
                .containsExactly("auth-service", "workspace-service");
    }

    @Test
    void a_name_that_the_broker_takes_but_never_finds_again_is_not_sent() throws Exception {
        var file = Files.writeString(
                folder.resolve("lines.json"),
                "{\"consumer\": {\"name\": \"web\\napp\"}, \"provider\": {\"name\": \"shop\"}, \"interactions\": []}");

        var run = publish("-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .contains("the name of its consumer or provider has a line break or another control character")
                .contains(file.toString());
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void publishing_again_changes_nothing() {
        publish("-a", "1", "--branch", "main");

        var again = publish("-a", "1", "--branch", "main");

        assertThat(again.exitCode()).isZero();
        assertThat(again.output())
                .contains("republished for api-gateway version 1 and provider auth-service with no content changes");
    }

    @Test
    void B4_a_version_that_nobody_knows_is_asked_for_before_anything_is_sent() {
        var run = publish("--branch", "main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                The version of the consumers is unknown; nothing was published.
                  where: the command line, git in the folder of the pact files, and the variables of the CI server
                  fix:   add --consumer-app-version=…, the full id of the application's commit
                """);
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void B4_a_branch_that_nobody_knows_is_asked_for_before_anything_is_sent() {
        var run = publish("--consumer-app-version", "1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).startsWith("The branch is unknown").contains("add --branch=");
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void B1_B4_the_version_is_the_full_id_of_the_commit() throws Exception {
        var commit = GitFolder.commitAll(folder);

        var run = publish();

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output())
                .startsWith("Publishing 3 contracts of 2 consumers as version %s of branch trunk\n".formatted(commit));
        assertThat(run.errors()).doesNotContain("not committed");
    }

    @Test
    void B1_a_short_commit_is_warned_of() throws Exception {
        var commit = GitFolder.commitAll(folder);
        var shortId = commit.substring(0, 7);

        var run = publish("--consumer-app-version", shortId);

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).startsWith("Warning: %s is short for %s; ".formatted(shortId, commit));
    }

    @Test
    void pact_files_that_are_not_committed_are_named() throws Exception {
        GitFolder.commitAll(folder);
        pacts.write("web-app", "api-gateway", 418);
        pacts.write("billing", "stripe", 200);

        var run = publish();

        assertThat(run.errors())
                .startsWith(
                        "Warning: not committed, so the version's commit does not have it: web-app-api-gateway.json, billing-stripe.json\n");
    }

    @Test
    void requests_are_printed_on_demand() {
        var run = publish("-a", "1", "--branch", "main", "--verbose");

        assertThat(run.errors()).containsPattern("POST " + broker.url() + "/contracts/publish: 200 \\(\\d+ ms\\)");
    }

    @Test
    void B4_a_ci_server_says_version_branch_and_build() {
        var run = shell().with("CI_COMMIT_SHA", COMMIT)
                .with("CI_COMMIT_BRANCH", "feat/x")
                .with("CI_JOB_URL", "https://ci.example/7")
                .run(PublishCommand::new, folder.toString());

        assertThat(run.exitCode()).as(run.errors()).isZero();
        var version = client().participants().version("web-app", COMMIT).orElseThrow();
        assertThat(version.branches()).containsExactly("feat/x");
        assertThat(version.buildUrl()).contains("https://ci.example/7");
    }

    @Test
    void B5_a_main_branch_with_another_name_is_told_to_the_broker() {
        var run = publish("-a", "1", "--branch", "trunk", "--main-branch", "trunk");

        assertThat(run.errors()).isEqualTo("""
                The main branch of api-gateway is now trunk at the broker.
                The main branch of web-app is now trunk at the broker.
                """);
        assertThat(client().participants().find("web-app").flatMap(Participant::mainBranch))
                .contains("trunk");
    }

    @Test
    void B5_the_repositorys_main_branch_replaces_a_guess_but_not_what_the_broker_was_told() {
        var first = shell().with("CI_DEFAULT_BRANCH", "trunk")
                .run(PublishCommand::new, folder.toString(), "-a", "1", "--branch", "develop");
        publish("-a", "2", "--branch", "main", "--main-branch", "main");
        var third = shell().with("CI_DEFAULT_BRANCH", "trunk")
                .run(PublishCommand::new, folder.toString(), "-a", "3", "--branch", "main");

        assertThat(first.errors()).contains("The main branch of web-app is now trunk at the broker.\n");
        assertThat(third.errors())
                .contains(
                        "The main branch of web-app is main at the broker, but trunk in the repository; --main-branch=trunk changes it.\n");
        assertThat(client().participants().find("web-app").flatMap(Participant::mainBranch))
                .contains("main");
    }

    @Test
    void B5_a_main_branch_that_nobody_knows_is_said() {
        var run = publish("-a", "1", "--branch", "trunk");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("""
                The broker does not know the main branch of api-gateway, web-app, so these contracts can never fail a provider's build.
                  where: the broker, origin/HEAD of the repository, and the variables of the CI server
                  fix:   publish with --main-branch=<name>
                """);
    }

    @Test
    void B10_the_bytes_of_the_file_are_the_bytes_that_are_sent() throws Exception {
        Files.delete(pacts.write("web-app", "api-gateway", 200));
        var text =
                "{ \"provider\":{\"name\":\"p\"},\n\n\"consumer\" : {\"name\":\"c\"}, \"interactions\":[], \"x\": 1.00, \"pending\":false}\n";
        var file = Files.writeString(folder.resolve("odd.json"), text);

        var run = shell().run(PublishCommand::new, file.toString(), "-a", "1", "--branch", "main", "--output", "json");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(broker.lastContent("c", "p")).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void B12_the_contracts_of_a_consumer_are_published_in_one_request() {
        publish("-a", "1", "--branch", "main");

        assertThat(broker.requests())
                .filteredOn("POST /contracts/publish"::equals)
                .hasSize(2);
    }

    @Test
    void B12_nothing_is_published_if_any_contract_contradicts_a_published_one() throws Exception {
        publish("-a", "1", "--branch", "main");
        pacts.write("web-app", "api-gateway", 202);
        pacts.write("billing", "stripe", 200);

        var run = publish("-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("""
                Version 1 has other contracts at the broker already; nothing was published.
                  where: web-app with api-gateway: "a request to rename a workspace"
                  fix:   commit the change, and publish it as the version of that commit; a published contract never changes
                """);
        assertThat(client().participants().find("billing")).isEmpty();
    }

    @Test
    void what_is_published_is_not_merged_with_and_the_error_says_what_is() throws Exception {
        publish("-a", "1", "--branch", "main");
        new ExamplePacts(folder).write("api-gateway", "auth-service", 202);

        var run = publish("-a", "1", "--branch", "main", "--merge");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .startsWith("The broker refused: Cannot change the content of the pact for api-gateway version 1")
                .contains(
                        "fix:   publish all parts of a contract at once, under a new version; or let the broker's operators set"
                                + " allow_dangerous_contract_modification");
    }

    @Test
    void B12_a_failure_says_what_was_and_what_was_not_published() throws Exception {
        pacts.write("billing", "stripe", 200);
        // index, pacticipants, then the first consumer
        broker.answerNext(0, 0, 0, 503);

        var run = publish("-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("The broker cannot be asked: it answered: the status is 503")
                .contains(
                        "  published: api-gateway (with auth-service, workspace-service)\n",
                        "  unknown, because no answer came: billing (with stripe)\n",
                        "  not published: web-app (with api-gateway)\n",
                        "  where: POST " + broker.url() + "/contracts/publish\n",
                        "; then run the same command again");
    }

    @Test
    void a_name_that_is_similar_to_a_known_one_is_refused_before_anything_is_published() throws Exception {
        publish("-a", "1", "--branch", "main");
        var other = Files.createDirectory(folder.resolve("other"));
        new ExamplePacts(other).write("Api Gateways", "auth-service", 200);
        new ExamplePacts(other).write("a-new-one", "auth-service", 200);

        var run = shell().run(PublishCommand::new, other.toString(), "-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .contains(
                        "The name \"Api Gateways\" is very similar to the following existing pacticipants:",
                        "* api-gateway",
                        "not published: a-new-one")
                .doesNotContain("\n  published:");
    }

    @Test
    void a_dry_run_publishes_nothing() {
        var run = publish("-a", "1", "--branch", "main", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("Would publish 3 contracts of 2 consumers as version 1 of branch main\n");
        assertThat(broker.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void a_dry_run_as_json_says_what_would_be_published() throws Exception {
        var run = publish("-a", "1", "--branch", "main", "--dry-run", "--output", "json");

        var consumers = new ObjectMapper().readTree(run.output());
        assertThat(consumers.findValuesAsText("pacticipantName")).containsExactly("api-gateway", "web-app");
        assertThat(consumers.findValuesAsText("providerName"))
                .containsExactlyInAnyOrder("auth-service", "workspace-service", "api-gateway");
        assertThat(consumers.get(0).path("branch").asText()).isEqualTo("main");
        assertThat(broker.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void a_file_that_is_not_a_pact_is_refused_before_anything_is_sent() throws Exception {
        var file = Files.writeString(folder.resolve("package.json"), "{\"name\": \"web\"}");

        var run = publish("-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                A file cannot be published, because it is not a pact: it has no names of a consumer and a provider. Nothing was published.
                  where: %s
                  fix:   mend it, or move it out of the folder
                """.formatted(file));
        assertThat(broker.requests()).isEmpty();
    }

    @Test
    void a_broker_that_is_away_is_not_a_refusal() {
        broker.close();

        var run = publish("-a", "1", "--branch", "main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("The broker cannot be asked: no answer (ConnectException).\n  where: GET " + broker.url());
    }

    @Test
    void tags_are_published() {
        var run = publish("-a", "1", "--branch", "main", "-t", "rc", "--tag", "b", "--tag-with-git-branch");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(client().participants().version("web-app", "1").orElseThrow().tags())
                .containsExactly("rc", "b", "main");
    }

    @Test
    void credentials_are_not_taken_from_the_command_line_and_never_printed() {
        var run = publish("-a", "1", "--branch", "main", "-k", "s3cr3t-t0ken");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("""
                Credentials are not taken from the command line, because other users can see it.
                  where: --broker-username, --broker-password or --broker-token
                  fix:   set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, in the environment
                """);
    }
}
