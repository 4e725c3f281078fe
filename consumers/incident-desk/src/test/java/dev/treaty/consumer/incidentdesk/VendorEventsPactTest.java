package dev.treaty.consumer.incidentdesk;

import static dev.treaty.consumer.incidentdesk.RecordedEvent.context;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.read;
import static dev.treaty.consumer.incidentdesk.RecordedEvent.vendorEvent;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class VendorEventsPactTest {

    private static final String AMOUNT = "\\d+(\\.\\d+)?";

    @Pact(consumer = "incident-desk", provider = "vendor-watch")
    V4Pact vendorDegraded(PactBuilder watch) {
        return vendorEvent(
                watch.given("a vendor is degraded", Map.of("vendor", "stripe", "errors", 10)),
                "a vendor.degraded event",
                EventType.VENDOR_DEGRADED,
                "stripe",
                data -> {
                    data.stringValue("vendor", "stripe");
                    data.stringMatcher("status", "[a-z]+", "down");
                    data.minArrayLike("breaches", 1, breach -> {
                        breach.stringMatcher("measure", "[a-z]+", "errors");
                        breach.numberType("threshold", 5);
                        breach.numberType("measured", 10);
                    });
                });
    }

    @Test
    @PactTestFor(pactMethod = "vendorDegraded", providerType = ProviderType.ASYNCH)
    void a_degradation_event_says_which_thresholds_are_broken(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.VendorDegraded(
                        about(EventType.VENDOR_DEGRADED, "stripe"),
                        "stripe",
                        "down",
                        List.of(new Event.Breach("errors", BigDecimal.valueOf(5), BigDecimal.TEN)))));
    }

    @Pact(consumer = "incident-desk", provider = "vendor-watch")
    V4Pact vendorRecovered(PactBuilder watch) {
        return vendorEvent(
                watch.given("a vendor has recovered", Map.of("vendor", "misp")),
                "a vendor.recovered event",
                EventType.VENDOR_RECOVERED,
                "misp",
                data -> {
                    data.stringValue("vendor", "misp");
                    data.stringMatcher(
                            "degradedAt", RecordedEvent.TIME, degradedAt().toString());
                });
    }

    @Test
    @PactTestFor(pactMethod = "vendorRecovered", providerType = ProviderType.ASYNCH)
    void a_recovery_event_says_since_when_the_vendor_was_degraded(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(
                        new Event.VendorRecovered(about(EventType.VENDOR_RECOVERED, "misp"), "misp", degradedAt())));
    }

    @Pact(consumer = "incident-desk", provider = "vendor-watch")
    V4Pact costThresholdReached(PactBuilder watch) {
        return vendorEvent(
                watch.given(
                        "a vendor has cost a share of its budget",
                        Map.of("vendor", "twilio", "percent", 80, "budget", "50.00", "currency", "EUR")),
                "a cost.threshold-reached event",
                EventType.COST_THRESHOLD_REACHED,
                "twilio",
                data -> {
                    data.stringValue("vendor", "twilio");
                    data.stringMatcher("month", "\\d{4}-\\d\\d", "2026-01");
                    data.numberValue("percent", 80);
                    data.stringMatcher("spent", AMOUNT, "41.20");
                    data.stringValue("budget", "50.00");
                    data.stringValue("currency", "EUR");
                });
    }

    @Test
    @PactTestFor(pactMethod = "costThresholdReached", providerType = ProviderType.ASYNCH)
    void a_cost_event_says_what_was_spent_of_which_budget(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.CostThresholdReached(
                        about(EventType.COST_THRESHOLD_REACHED, "twilio"),
                        "twilio",
                        YearMonth.of(2026, 1),
                        80,
                        new Event.Cost(new BigDecimal("41.20"), "EUR"),
                        new Event.Cost(new BigDecimal("50.00"), "EUR"))));
    }

    @Pact(consumer = "incident-desk", provider = "vendor-watch")
    V4Pact keyExpires(PactBuilder watch) {
        return vendorEvent(
                watch.given("a key has to be replaced soon", Map.of("vendor", "airtable", "days", 14)),
                "a key.expires event",
                EventType.KEY_EXPIRES,
                "airtable",
                data -> {
                    data.stringValue("vendor", "airtable");
                    data.stringMatcher("rotateBy", "\\d{4}-\\d\\d-\\d\\d", "2026-01-29");
                    data.integerType("daysLeft", 14);
                });
    }

    @Test
    @PactTestFor(pactMethod = "keyExpires", providerType = ProviderType.ASYNCH)
    void a_key_event_says_by_when_the_key_has_to_be_replaced(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.KeyExpires(
                        about(EventType.KEY_EXPIRES, "airtable"), "airtable", LocalDate.of(2026, 1, 29), 14)));
    }

    private static Instant degradedAt() {
        return Examples.NOW.minus(Duration.ofMinutes(20));
    }

    private static EventContext about(EventType type, String vendor) {
        return context("vendor-watch", type, vendor);
    }
}
