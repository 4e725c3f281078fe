package dev.treaty.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dstripe.url=… -Dstripe.key=…} does, against a stand-in for Stripe's test mode. */
class StripeSandboxTest {

    private static final Map<String, String> EXAMPLES = Map.of(
            "sk_test_real", "sk_test_42",
            "cus_real", "cus_42",
            "pi_waiting", "pi_42",
            "pi_paid", "pi_42",
            "pi_waiting_to_set_aside", "pi_43",
            "pi_set_aside", "pi_43");

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var stripe = stripe()) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(StripeVerificationTest.class))
                    .configurationParameter("stripe.url", stripe.url().toString())
                    .configurationParameter("stripe.key", "sk_test_real")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(17);
            assertThat(interactions.aborted().count()).isEqualTo(9);
        }
    }

    private static SandboxStandIn stripe() {
        return SandboxStandIn.start(
                "stripe",
                "Bearer sk_test_real",
                EXAMPLES,
                post("/v1/customers")
                        .withHeader("Stripe-Version", absent())
                        .willReturn(okJson("{\"id\": \"cus_real\"}")),
                payment(absent(), absent(), "pi_waiting"),
                payment(absent(), equalTo("true"), "pi_paid"),
                payment(equalTo("manual"), absent(), "pi_waiting_to_set_aside"),
                payment(equalTo("manual"), equalTo("true"), "pi_set_aside"));
    }

    /** Only the requests that set up a state have no {@code Stripe-Version}. */
    private static MappingBuilder payment(StringValuePattern captureMethod, StringValuePattern confirm, String id) {
        return post("/v1/payment_intents")
                .withHeader("Stripe-Version", absent())
                .withFormParam("capture_method", captureMethod)
                .withFormParam("confirm", confirm)
                .willReturn(okJson("{\"id\": \"" + id + "\"}"));
    }
}
