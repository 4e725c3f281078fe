package dev.treaty.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    private Path house;

    @BeforeEach
    void two_interactions_were_agreed() throws IOException {
        var pacts = Files.createDirectories(house.resolve("pacts"));
        Files.writeString(pacts.resolve("billing-stripe.json"), """
                {
                  "consumer": {"name": "billing"},
                  "provider": {"name": "stripe"},
                  "interactions": [
                    {"type": "Synchronous/HTTP", "key": "1a", "description": "a request to create a payment"},
                    {"type": "Synchronous/HTTP", "key": "2b", "description": "too many payments"}
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """);
    }

    @Test
    void an_interaction_that_nobody_asked_for_is_not_verified() {
        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions
                  not verified  a request to create a payment
                  not verified  too many payments

                1 contract, 2 interactions, 0 verified in this build
                """);
    }

    @Test
    void what_was_verified_or_skipped_is_said_with_the_reason() throws IOException {
        verified("build 7");

        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions
                  skipped       too many payments (the sandbox limits nobody)
                  verified      a request to create a payment

                1 contract, 2 interactions, 1 verified in this build
                """);
    }

    @Test
    void what_an_earlier_build_verified_does_not_count() throws IOException {
        verified("build 6");

        assertThat(summary("build 7"))
                .contains("not verified  a request to create a payment")
                .contains("0 verified");
    }

    @Test
    void what_two_verifications_found_is_told_by_the_worse_unless_it_was_out_of_reach() throws IOException {
        write(
                "OneTest",
                "build 7",
                result("1a", "a request to create a payment", "FAILED", "402"),
                result("2b", "too many payments", "SKIPPED", "no"));
        write(
                "TwoTest",
                "build 7",
                result("1a", "a request to create a payment", "VERIFIED", ""),
                result("2b", "too many payments", "VERIFIED", ""));

        assertThat(summary("build 7"))
                .contains("  failed        a request to create a payment\n")
                .contains("  verified      too many payments\n");
    }

    @Test
    void what_a_broker_wanted_verified_and_is_not_committed_is_told_too() throws IOException {
        write("StripeVerificationTest", "build 7", result("3c", "a payment is refunded", "PENDING", "404"));

        assertThat(summary("build 7"))
                .contains("billing -> stripe, 3 interactions\n  pending       a payment is refunded\n")
                .contains("1 contract, 3 interactions, 0 verified");
    }

    @Test
    void the_same_is_written_as_a_page_and_in_markdown() throws IOException {
        verified("build 7");
        var results = Results.read(house.resolve("providers"), "build 7");

        results.with(contracts()).write(house.resolve("report"), "verification");

        assertThat(house.resolve("report/verification.md")).content().contains("| billing | 1 skipped, 1 verified |");
        assertThat(house.resolve("report/verification.html")).content().contains("1 skipped, 1 verified</summary>");
    }

    private String summary(String build) {
        var results = Results.read(house.resolve("providers"), build);
        return new Summary(results.with(contracts())).toString();
    }

    private List<PactFile> contracts() {
        return PactFile.load(List.of(house.resolve("pacts")));
    }

    private void verified(String build) throws IOException {
        write(
                "StripeVerificationTest",
                build,
                result("1a", "a request to create a payment", "VERIFIED", ""),
                result("2b", "too many payments", "SKIPPED", "the sandbox limits nobody"));
    }

    private void write(String verification, String build, String... results) throws IOException {
        var directory = Files.createDirectories(house.resolve("providers/stripe/target/verifications"));
        Files.writeString(directory.resolve(verification + ".json"), """
                {"build": "%s", "results": [%s]}
                """.formatted(build, String.join(", ", results)));
    }

    private static String result(String key, String description, String outcome, String why) {
        return """
                {"contract": "billing-stripe.json", "consumer": "billing", "provider": "stripe", "key": "%s",
                 "description": "%s", "given": "", "outcome": "%s", "why": "%s"}""".formatted(key, description, outcome, why);
    }
}
