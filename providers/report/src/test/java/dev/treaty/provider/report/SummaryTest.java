package dev.treaty.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.report.CombinedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    private Path root;

    @BeforeEach
    void write_a_contract_with_two_interactions() throws IOException {
        var pacts = Files.createDirectories(root.resolve("pacts"));
        Files.writeString(pacts.resolve("billing-stripe.json"), """
                {
                  "consumer": {"name": "billing"},
                  "provider": {"name": "stripe"},
                  "interactions": [
                    {"type": "Synchronous/HTTP", "key": "1a", "description": "a request to create a payment"},
                    {"type": "Synchronous/HTTP", "key": "2b", "description": "a request to create too many payments"}
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);
    }

    @Test
    void an_interaction_without_a_result_is_not_verified() {
        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions
                  not verified  a request to create a payment
                  not verified  a request to create too many payments

                1 contract, 2 interactions: 2 not verified in this build
                """);
    }

    @Test
    void results_are_listed_with_the_reason_for_skipping() throws IOException {
        verified("build 7");

        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions, answered by https://api.stripe.com
                  skipped       a request to create too many payments (the sandbox does not limit requests)
                  verified      a request to create a payment

                1 contract, 2 interactions: 1 skipped, 1 verified in this build
                """);
    }

    @Test
    void what_a_replay_answered_is_not_called_verified() throws IOException {
        write(
                "StripeVerificationTest",
                "build 7",
                result("1a", "a request to create a payment", "SIMULATED", ""),
                result("2b", "a request to create too many payments", "REPLAYED", ""));

        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions, answered by https://api.stripe.com
                  replayed      a request to create too many payments
                  simulated     a request to create a payment

                1 contract, 2 interactions: 1 replayed, 1 simulated in this build
                simulated: our replay of the vendor responded, from its state and without the contract; the vendor itself was not asked
                replayed: the contract itself responded, so nothing is known about the provider
                """);
    }

    @Test
    void results_of_earlier_builds_do_not_count() throws IOException {
        verified("build 6");

        assertThat(summary("build 7"))
                .contains("not verified  a request to create a payment")
                .contains("2 not verified in this build");
    }

    @Test
    void the_worse_of_two_results_counts_unless_it_was_skipped() throws IOException {
        write(
                "OneTest",
                "build 7",
                result("1a", "a request to create a payment", "FAILED", "402"),
                result("2b", "a request to create too many payments", "SKIPPED", "no"));
        write(
                "TwoTest",
                "build 7",
                result("1a", "a request to create a payment", "VERIFIED", ""),
                result("2b", "a request to create too many payments", "VERIFIED", ""));

        assertThat(summary("build 7"))
                .contains("  failed        a request to create a payment\n")
                .contains("  verified      a request to create too many payments\n");
    }

    @Test
    void results_of_contracts_from_a_broker_are_listed_too() throws IOException {
        write("StripeVerificationTest", "build 7", result("3c", "a request to refund a payment", "PENDING", "404"));

        assertThat(summary("build 7"))
                .contains(
                        "billing -> stripe, 3 interactions, answered by https://api.stripe.com\n  pending       a request to refund a payment\n")
                .contains("1 contract, 3 interactions: 1 pending, 2 not verified");
    }

    @Test
    void the_summary_is_written_as_a_page_and_in_markdown() throws IOException {
        verified("build 7");

        report("build 7").write(contracts());

        assertThat(root.resolve("report/verification.md")).content().contains("| billing | 1 skipped, 1 verified |");
        assertThat(root.resolve("report/verification.html"))
                .content()
                .contains("◆</span> 1 skipped, 1 verified</span></a></td>");
    }

    private String summary(String build) {
        return new Summary(report(build).results(contracts())).toString();
    }

    private CombinedReport report(String build) {
        return new CombinedReport(root.resolve("providers"), build, root.resolve("report"));
    }

    private List<PactFile> contracts() {
        return PactFile.load(List.of(root.resolve("pacts")));
    }

    private void verified(String build) throws IOException {
        write(
                "StripeVerificationTest",
                build,
                result("1a", "a request to create a payment", "VERIFIED", ""),
                result(
                        "2b",
                        "a request to create too many payments",
                        "SKIPPED",
                        "the sandbox does not limit requests"));
    }

    private void write(String verification, String build, String... results) throws IOException {
        var directory = Files.createDirectories(root.resolve("providers/stripe/target/verifications"));
        Files.writeString(directory.resolve(verification + ".json"), """
                {"build": "%s", "results": [%s]}
                """.formatted(build, String.join(", ", results)));
    }

    private static String result(String key, String description, String outcome, String why) {
        return """
                {"contract": "billing-stripe.json", "consumer": "billing", "provider": "stripe", "version": "", "key": "%s",
                 "description": "%s", "given": "", "target": "https://api.stripe.com", "outcome": "%s", "why": "%s"}""".formatted(key, description, outcome, why);
    }
}
