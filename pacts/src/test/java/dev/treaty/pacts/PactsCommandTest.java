package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.canonical.CanonicalForm;
import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.recording.RepositoryTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactsCommandTest {

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below before each test
    private RepositoryTree tree;

    @BeforeEach
    void record_two_interactions() throws IOException {
        tree = new RepositoryTree(directory);
        tree.record("billing", "build-1", "A.first", ExamplePact.pact(ExamplePact.payment("first")));
        tree.record("billing", "build-1", "A.second", ExamplePact.pact(ExamplePact.payment("second")));
        tree.declare("billing", "build-1", "A.first", "A.second");
    }

    @Test
    void a_complete_recording_is_written_and_packaged() throws IOException {
        var run = run("false", "build-1");

        assertThat(run.output()).isEqualTo("""
                pacts: billing-stripe.json written
                  added:   "first"
                  added:   "second"
                pacts: 1 contract, 2 interactions, 1 contract changed
                """);
        assertThat(run.exitCode()).isZero();
        assertThat(committed())
                .isEqualTo(CanonicalForm.text(
                        ExamplePact.pact(ExamplePact.payment("first"), ExamplePact.payment("second"))));
        assertThat(tree.classes().resolve("pacts/index.txt")).hasContent("billing-stripe.json");
        assertThat(tree.classes().resolve("pacts/billing-stripe.json")).hasContent(committed());
    }

    @Test
    void a_second_run_changes_no_byte() throws IOException {
        run("false", "build-1");
        var before = committed();

        var run = run("false", "build-1");

        assertThat(run.output()).isEqualTo("pacts: 1 contract, 2 interactions, unchanged\n");
        assertThat(committed()).isEqualTo(before);
    }

    @Test
    void a_quiet_run_prints_only_a_refusal() throws IOException {
        assertThat(run("false", "build-1", "--quiet=true")).isEqualTo(new Run(0, ""));

        tree.forget("billing", "billing-stripe", "A.second");
        tree.declare("billing", "build-1", "A.first");
        var refused = run("true", "build-1", "--quiet=true");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("fix:");
    }

    @Test
    void a_partial_recording_keeps_the_other_interactions() throws IOException {
        run("false", "build-1");
        var before = committed();
        tree.forget("billing", "billing-stripe", "A.second");

        var run = run("false", "build-1");

        assertThat(run.output()).isEqualTo("""
                pacts: billing recorded only 1 of 2 interactions, so none were removed
                pacts: 1 contract, 2 interactions, unchanged
                """);
        assertThat(committed()).isEqualTo(before);
    }

    @Test
    void an_interaction_whose_test_is_gone_is_removed() throws IOException {
        run("false", "build-1");
        tree.forget("billing", "billing-stripe", "A.second");
        tree.declare("billing", "build-1", "A.first");

        var run = run("false", "build-1");

        assertThat(run.output()).isEqualTo("""
                pacts: billing-stripe.json written
                  removed: "second"
                pacts: 1 contract, 1 interaction, 1 contract changed
                """);
        assertThat(committed()).isEqualTo(CanonicalForm.text(ExamplePact.pact(ExamplePact.payment("first"))));
    }

    @Test
    void a_contract_that_no_test_records_any_more_is_also_deleted_from_the_jar() throws IOException {
        var other = ExamplePact.pact("billing", "paypal", ExamplePact.payment());
        tree.record("billing", "build-1", "A.third", other);
        tree.declare("billing", "build-1", "A.first", "A.second", "A.third");
        run("false", "build-1");
        tree.forget("billing", "billing-paypal", "A.third");
        tree.declare("billing", "build-1", "A.first", "A.second");

        run("false", "build-1");

        assertThat(tree.contract("billing-paypal")).doesNotExist();
        assertThat(tree.classes().resolve("pacts/billing-paypal.json")).doesNotExist();
    }

    @Test
    void recordings_of_an_earlier_build_are_ignored() throws IOException {
        run("false", "build-1");
        var before = committed();
        tree.forget("billing", "billing-stripe", "A.second");
        tree.declare("billing", "build-1", "A.first");

        var run = run("false", "build-2");

        assertThat(run.output())
                .isEqualTo("pacts: 1 contract, 2 interactions, not refreshed because no consumer recorded in this build"
                        + " (ignored recordings of an earlier build: billing)\n");
        assertThat(committed()).isEqualTo(before);
    }

    @Test
    void a_check_fails_with_the_differences_and_writes_nothing() throws IOException {
        run("false", "build-1");
        var before = committed();
        tree.record(
                "billing",
                "build-1",
                "A.first",
                ExamplePact.pact(ExamplePact.set(ExamplePact.payment("first"), "/response/status", "201")));
        tree.record("billing", "build-1", "A.third", ExamplePact.pact(ExamplePact.payment("third")));
        tree.forget("billing", "billing-stripe", "A.second");
        tree.declare("billing", "build-1", "A.first", "A.third");

        for (var check : List.of("true", "CI")) {
            var run = run(check, "build-1");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output()).isEqualTo("""
                    The committed contracts differ from what the consumers recorded.
                      where: billing-stripe.json
                             changed: "first" $.response.status 200 -> 201
                             removed: "second"
                             added:   "third"
                      fix:   run mvn -pl pacts -am verify, review what it changed, and commit it
                    """);
            assertThat(committed()).isEqualTo(before);
            assertThat(tree.classes().resolve("pacts/index.txt")).doesNotExist();
        }
    }

    @Test
    void a_violated_rule_names_the_test_and_writes_nothing() throws IOException {
        var withoutMatchers = ExamplePact.set(ExamplePact.payment("first"), "/response/matchingRules/body", "{}");
        tree.recordIn("again", "billing", "A.first", ExamplePact.pact(withoutMatchers));

        var run = run("false", "build-1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .startsWith("An interaction differs between two recordings: first ")
                .contains(
                        "  where: $.response.matchingRules.body['$.id'] of \"first\" of billing with stripe in A.first\n");
        assertThat(tree.contract("billing-stripe")).doesNotExist();
    }

    @Test
    void a_broken_contract_file_is_reported_with_line_and_column() throws IOException {
        Files.writeString(tree.contract("billing-stripe"), "{\n  \"consumer\": oops\n}");

        var run = run("false", "build-1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .startsWith("A contract is not JSON: ")
                .contains("  where: " + tree.contract("billing-stripe") + ", line 2, column ")
                .contains("  fix:   correct the file, or restore it")
                .doesNotContain("\tat ");
    }

    @Test
    void a_refusal_is_one_error_for_maven_to_report_without_a_stack_trace() throws IOException {
        Files.writeString(tree.contract("billing-stripe"), "{\n  \"consumer\": oops\n}");

        assertThatThrownBy(() -> PactsCommand.main(arguments("false", "build-1")))
                .isInstanceOf(ContractsRefused.class)
                .hasMessageStartingWith("\n\nA contract is not JSON: ")
                .hasMessageEndingWith(
                        "  fix:   correct the file, or restore it and record it again: mvn -pl pacts -am verify\n")
                .satisfies(refused -> assertThat(refused.getStackTrace()).isEmpty());
    }

    @Test
    void a_wrong_command_line_exits_with_2() {
        assertThat(run("perhaps", "build-1"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run ->
                        assertThat(run.output()).startsWith("--check is true or false, not \"perhaps\"\nUsage: pacts"));
    }

    private String committed() throws IOException {
        return Files.readString(tree.contract("billing-stripe"));
    }

    private record Run(int exitCode, String output) {}

    /** @param check the value of the option, or {@code CI} for what a build server sets in the environment */
    private Run run(String check, String build, String... more) {
        var output = new StringWriter();
        var printer = new PrintWriter(output);
        var exitCode = PactsCommand.run(
                Map.of("CI", String.valueOf(check.equals("CI"))), printer, printer, arguments(check, build, more));
        return new Run(exitCode, output.toString().replace(System.lineSeparator(), "\n"));
    }

    private String[] arguments(String check, String build, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--consumers=" + tree.consumers(),
                                "--contracts=" + tree.contracts(),
                                "--classes=" + tree.classes(),
                                "--build=" + build,
                                "--check=" + (check.equals("CI") ? "" : check)),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
