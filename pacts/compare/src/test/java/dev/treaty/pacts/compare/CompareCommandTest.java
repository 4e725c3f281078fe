package dev.treaty.pacts.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.InstalledCommands;
import dev.treaty.pacts.compare.report.MarkdownReport;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CompareCommandTest {

    @Command(name = "treaty")
    private static final class Executable {}

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void the_same_contracts_ask_no_more() {
        assertThat(compare(pact("owner|editor"), pact("owner|editor"), "--fail-on", "unproven"))
                .isEqualTo(ExitCodes.YES);
        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                No provider that satisfies the contracts of %s is shown to break those of %s.
                Proven to ask no more: 1 interaction. Not proven: none.
                """.formatted(
                        folder.resolve("before.json"), folder.resolve("after.json")));
    }

    @Test
    void a_narrower_response_names_who_must_verify_and_shows_one_that_breaks() {
        assertThat(compare(pact("owner|editor"), pact("editor|viewer"), "--fail-on", "breaking"))
                .isEqualTo(ExitCodes.NO);
        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                web -> auth
                  accepts fewer answers  "a request for a member", given a member exists {id=mem_1}
                    accepted before, refused now: $.role: "owner"
                      because: Expected 'owner' to match 'editor|viewer'
                      whole answer: 200 {"id":"mem_1","role":"owner"}

                auth must verify 1 interaction before web is deployed.
                Proven to ask no more: 0 interactions. Not proven: none.
                """);
    }

    @Test
    void without_fail_on_the_exit_code_says_only_that_it_worked() {
        assertThat(compare(pact("owner|editor"), pact("editor"))).isEqualTo(ExitCodes.YES);
    }

    @Test
    void what_is_not_proven_fails_only_if_asked_for() {
        var before = pact("(a)\\\\1");
        var after = pact("a{2}");

        assertThat(compare(before, after, "--fail-on", "breaking")).isEqualTo(ExitCodes.YES);
        assertThat(compare(before, after, "--fail-on", "unproven")).isEqualTo(ExitCodes.NO);
    }

    @Test
    void what_cannot_be_read_is_no_answer() {
        assertThat(run("compare", "nothing", "nothing", "--fail-on", "breaking"))
                .isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("There is no file, folder or git revision with this name.");
    }

    @Test
    void markdown_begins_with_who_must_act() {
        compare(pact("owner|editor"), pact("editor|viewer"), "--output", "markdown");

        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                ### Contracts: `%s` → `%s`

                **auth must verify 1 interaction before web is deployed.** Accepted before, refused now: `$.role: "owner"`.

                Proven to ask no more: 0 interactions. Not proven: none.

                #### web → auth

                - **accepts fewer answers**: `"a request for a member"`, given `a member exists {id=mem_1}`
                  - accepted before, refused now: `$.role: "owner"` (`Expected 'owner' to match 'editor|viewer'`)\s\s
                    whole answer: `200 {"id":"mem_1","role":"owner"}`
                """.formatted(
                        folder.resolve("before.json"), folder.resolve("after.json")));
    }

    @Test
    void markdown_is_never_longer_than_a_comment_may_be() {
        var many = IntStream.range(0, 2_000)
                .mapToObj(i -> PactText.get("/" + i, "x"))
                .toArray(String[]::new);

        compare(PactText.pact("web", "auth"), PactText.pact("web", "auth", many), "--output", "markdown");

        assertThat(output.toString())
                .hasSizeBetween(60_000, MarkdownReport.LONGEST)
                .containsPattern("… and [\\d,]+ more changes; `compare` prints all of them at a terminal");
    }

    @Test
    void json_says_the_same_to_programs() throws Exception {
        compare(pact("owner|editor"), pact("editor|viewer"), "--output", "json");

        var report = new ObjectMapper().readTree(output.toString());
        assertThat(report.path("effect").asText()).isEqualTo("breaking");
        assertThat(report.path("verifyFirst").toString()).isEqualTo("""
                [{"provider":"auth","consumer":"web","interactions":["a request for a member"]}]""");
        assertThat(report.at("/contracts/0/interactions/0/witnesses/0/answer").toString())
                .isEqualTo("""
                {"status":200,"headers":{"Content-Type":"application/json"},"body":"{\\"id\\":\\"mem_1\\",\\"role\\":\\"owner\\"}"}""");
    }

    @Test
    void a_change_is_compared_with_what_is_deployed() throws Exception {
        var deployed = Files.createDirectory(folder.resolve("deployed"));
        PactText.write(deployed, "web-auth.json", pact("owner|editor"));
        broker("publish", deployed.toString(), "--consumer-app-version", "1", "--branch", "main");
        broker("create-environment", "--name", "production");
        broker("record-deployment", "--pacticipant", "web", "--version", "1", "--environment", "production");
        var now = PactText.write(folder, "now.json", pact("editor|viewer"));

        var exitCode = broker("compare", "broker:production", now.toString(), "--fail-on", "breaking");

        assertThat(exitCode).isEqualTo(ExitCodes.NO);
        assertThat(output.toString()).endsWith("""
                auth must verify 1 interaction before web is deployed.
                Proven to ask no more: 0 interactions. Not proven: none.
                """);
    }

    @Test
    void an_environment_where_nothing_is_deployed_is_no_answer() {
        broker("create-environment", "--name", "production");

        assertThat(broker("compare", "broker:production", folder.toString())).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).contains("No version with contracts is deployed or released to production.");
    }

    @Test
    void an_environment_that_the_broker_does_not_know_is_no_answer() {
        broker("create-environment", "--name", "production");

        assertThat(broker("compare", "broker:produktion", folder.toString())).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("Environment produktion does not exist.\n");
    }

    @Test
    void a_broker_that_is_away_is_no_answer() {
        var url = broker.url();
        broker.close();

        assertThat(run("compare", "broker:production", folder.toString(), "-b", url))
                .isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("The broker cannot be asked: no answer");
    }

    @Test
    void a_file_that_is_not_a_pact_is_no_answer() throws Exception {
        var good = PactText.write(folder, "good.json", pact("owner"));
        var notJson = Files.writeString(folder.resolve("text.json"), "not JSON");
        var notPact = Files.writeString(folder.resolve("other.json"), "{\"name\": \"web\"}");

        for (var wrong : List.of(notJson, notPact)) {
            assertThat(run("compare", good.toString(), wrong.toString())).isEqualTo(ExitCodes.UNANSWERED);
            assertThat(run("compare", wrong.toString(), good.toString())).isEqualTo(ExitCodes.UNANSWERED);
        }
        assertThat(errors.toString().lines().filter(line -> line.startsWith("  where: ")))
                .hasSize(4)
                .allMatch(line -> line.contains("text.json") || line.contains("other.json"));
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void a_range_and_a_second_version_contradict_each_other() {
        assertThat(run("compare", "HEAD..HEAD", folder.toString())).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("A range names both versions: leave " + folder + " out");
    }

    @Test
    void bytes_are_counted_rather_than_printed() throws Exception {
        for (var format : List.of("text", "markdown")) {
            compare(image("iVBORw0KGgo="), image("iVBORw0KGgA="), "--output", format);
        }

        assertThat(output.toString().lines().filter(line -> line.contains("whole answer")))
                .hasSize(2)
                .allMatch(line -> line.contains("200 (8 bytes of image/png)"));
    }

    private static String image(String content) {
        return PactText.pact(
                "web", "auth", PactText.http("a request for a picture", "[]", "{\"path\": \"/x\"}", """
                {"status": 200, "headers": {"Content-Type": ["image/png"]},
                 "body": {"content": "%s", "contentType": "image/png", "encoded": "base64"}}""".formatted(
                                content)));
    }

    @Test
    void a_contract_under_a_new_name_is_recognized() throws Exception {
        compare(pact("owner|editor"), pact("owner|editor").replace("\"web\"", "\"web-app\""));

        assertThat(output.toString()).contains("""
                web-app -> auth
                  renamed? It shares 1 of 1 interaction with web -> auth, which is gone.""");
    }

    private int broker(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--broker-base-url", broker.url()));
        return run(all.toArray(String[]::new));
    }

    private static String pact(String roles) {
        return PactText.pact(
                "web",
                "auth",
                PactText.http(
                        "a request for a member",
                        "[{\"name\": \"a member exists\", \"params\": {\"id\": \"mem_1\"}}]",
                        "{\"method\": \"GET\", \"path\": \"/members/mem_1\"}",
                        """
                {"status": 200,
                 "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"id": "mem_1", "role": "editor"}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$.role": {"matchers": [{"match": "regex", "regex": "%s"}]}}}}""".formatted(roles)));
    }

    private int compare(String before, String after, String... options) {
        var arguments = new ArrayList<>(List.of(
                "compare",
                PactText.write(folder, "before.json", before).toString(),
                PactText.write(folder, "after.json", after).toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var executable = new CommandLine(new Executable());
        InstalledCommands.addTo(executable, arguments);
        return executable
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
