package dev.treaty.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    {"type": "Synchronous/HTTP", "key": "1a", "description": "a payment is created"},
                    {"type": "Synchronous/HTTP", "key": "2b", "description": "too many payments"}
                  ]
                }
                """);
    }

    @Test
    void an_interaction_that_nobody_asked_for_is_not_verified() {
        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions
                  not verified  a payment is created
                  not verified  too many payments

                1 contracts, 2 interactions, 0 verified in this build
                """);
    }

    @Test
    void what_was_verified_or_skipped_is_said_with_the_reason() throws IOException {
        verified("build 7");

        assertThat(summary("build 7")).isEqualTo("""

                billing -> stripe, 2 interactions
                  verified      a payment is created
                  skipped       too many payments (the sandbox limits nobody)

                1 contracts, 2 interactions, 1 verified in this build
                """);
    }

    @Test
    void what_an_earlier_build_verified_does_not_count() throws IOException {
        verified("build 6");

        assertThat(summary("build 7"))
                .contains("not verified  a payment is created")
                .contains("0 verified");
    }

    private String summary(String build) {
        return new Summary(Contracts.in(house.resolve("pacts")), Results.read(house.resolve("providers"), build))
                .toString();
    }

    private void verified(String build) throws IOException {
        var results = Files.createDirectories(house.resolve("providers/stripe/target/verifications"));
        Files.writeString(results.resolve("StripeVerificationTest.json"), """
                {"build": "%s", "results": [
                  {"contract": "billing-stripe.json", "key": "1a", "outcome": "VERIFIED", "why": ""},
                  {"contract": "billing-stripe.json", "key": "2b", "outcome": "SKIPPED", "why": "the sandbox limits nobody"}
                ]}
                """.formatted(build));
    }
}
