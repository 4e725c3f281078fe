package dev.treaty.provider.vendorwatch;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.consumer.vendorwatch.event.WatchEvent;
import dev.treaty.consumer.vendorwatch.health.Thresholds;
import dev.treaty.consumer.vendorwatch.settings.UsageFile;
import dev.treaty.consumer.vendorwatch.settings.WatchSettings;
import dev.treaty.consumer.vendorwatch.settings.WatchedVendor;
import dev.treaty.consumer.vendorwatch.watch.Watch;
import dev.treaty.consumer.vendorwatch.watch.WatchMemory;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import dev.treaty.stubs.http.faults.Chaos;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** Verifies the events of the watch, which it publishes while the stub server stands in for the vendors. */
@Provider("vendor-watch")
class VendorWatchVerificationTest extends RunningServiceVerification {

    private static final int ROUNDS = 20;
    private static final Thresholds THRESHOLDS = new Thresholds(95, 5, Duration.ofSeconds(30), ROUNDS, 5);

    private final StubVendors vendors = StubVendors.start(0, Chaos.NONE);
    private final TestClock clock = new TestClock();
    private final List<WatchEvent> events = new ArrayList<>();

    /** The watch has no API of its own: its contract is about what it publishes. */
    @Override
    protected URI start() {
        return URI.create("http://127.0.0.1:" + vendors.port());
    }

    @AfterAll
    void stopVendors() {
        vendors.close();
    }

    /** One state at a time: the events of all are in one list. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        return List.of("events");
    }

    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var event = events.get(events.size() - 1);
        return new SentMessage(event.toJson(), WatchEvent.CONTENT_TYPE, Map.of("contentType", WatchEvent.CONTENT_TYPE));
    }

    @State("a vendor is degraded")
    void aVendorIsDegraded(Map<String, Object> parameters) {
        var vendor = text(parameters, "vendor");
        degrade(vendor, watch(vendors.vendor(vendor)));
    }

    @State("a vendor has recovered")
    void aVendorHasRecovered(Map<String, Object> parameters) {
        var vendor = text(parameters, "vendor");
        var watch = watch(vendors.vendor(vendor));
        degrade(vendor, watch);
        rounds(watch, ROUNDS);
    }

    /** Two of the last twenty calls fail. */
    private void degrade(String vendor, Watch watch) {
        rounds(watch, ROUNDS - 2);
        vendors.fail(vendor);
        rounds(watch, 2);
        vendors.recover(vendor);
    }

    @State("a vendor has cost a share of its budget")
    void aVendorHasCostAShareOfItsBudget(Map<String, Object> parameters) {
        var budget = new BigDecimal(text(parameters, "budget"));
        var percent = new BigDecimal(text(parameters, "percent"));
        var price = budget.multiply(percent).movePointLeft(2);
        var vendor = vendors.vendor(
                text(parameters, "vendor"),
                LocalDate.of(2027, 1, 1),
                Optional.of(budget),
                Map.of(WatchedVendor.CALL, price));
        rounds(watch(vendor), 1);
    }

    @State("a key has to be replaced soon")
    void aKeyHasToBeReplacedSoon(Map<String, Object> parameters) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var rotateBy = today.plusDays(Long.parseLong(text(parameters, "days")));
        rounds(watch(vendors.vendor(text(parameters, "vendor"), rotateBy, Optional.empty(), Map.of())), 1);
    }

    private Watch watch(WatchedVendor vendor) {
        return new Watch(
                new WatchSettings(THRESHOLDS, List.of(80, 100), 14, "EUR", List.of(vendor)),
                new UsageFile(Optional.empty()),
                events::add,
                WatchMemory.EMPTY,
                clock);
    }

    private void rounds(Watch watch, int number) {
        for (var i = 0; i < number; i++) {
            watch.round();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private static String text(Map<String, Object> parameters, String name) {
        return String.valueOf(parameters.get(name));
    }
}
