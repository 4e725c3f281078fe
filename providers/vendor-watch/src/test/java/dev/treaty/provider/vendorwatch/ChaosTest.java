package dev.treaty.provider.vendorwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.vendorwatch.event.Happening;
import dev.treaty.consumer.vendorwatch.event.WatchEvent;
import dev.treaty.consumer.vendorwatch.health.Breach;
import dev.treaty.consumer.vendorwatch.health.Breach.Measure;
import dev.treaty.consumer.vendorwatch.health.Thresholds;
import dev.treaty.consumer.vendorwatch.probe.Outcome;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import dev.treaty.consumer.vendorwatch.probe.VendorApis;
import dev.treaty.consumer.vendorwatch.settings.UsageFile;
import dev.treaty.consumer.vendorwatch.settings.WatchSettings;
import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import dev.treaty.consumer.vendorwatch.watch.Watch;
import dev.treaty.consumer.vendorwatch.watch.WatchMemory;
import dev.treaty.stubs.http.faults.Chaos;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The watch, with the stub server and its chaos in place of the vendors: each alert is raised at its threshold, and cleared again. */
class ChaosTest {

    private static final int WINDOW = 20;
    private static final Thresholds THRESHOLDS = new Thresholds(95, 5, Duration.ofSeconds(1), WINDOW, WINDOW);

    /** Longer than the pause that any vendor asks for, so that all are asked in every round. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(2);

    private static final Set<String> TROUBLED = Set.of("stripe", "samsara", "misp", "abuseipdb", "twilio");

    private final TestClock clock = new TestClock();
    private final List<WatchEvent> events = new ArrayList<>();

    /** The newest calls of each vendor, noted by the test itself. */
    private final Map<String, List<ProbeResult>> calls = new HashMap<>();

    private final Map<String, Set<Measure>> broken = new HashMap<>();

    @Test
    void each_alert_is_raised_at_its_threshold_and_cleared_again() throws URISyntaxException {
        var vendors = StubVendors.start(0, Chaos.load(file("chaos.yaml")));
        var watched = VendorApis.all().keySet().stream().map(vendors::vendor).toList();
        var watch = new Watch(
                new WatchSettings(THRESHOLDS, List.of(), 14, "EUR", watched),
                new UsageFile(Optional.empty()),
                events::add,
                WatchMemory.EMPTY,
                clock);

        try (vendors) {
            for (var round = 0; round < WINDOW + 5; round++) {
                check(watch.round());
            }
        }
        assertThat(vendors(Happening.VENDOR_DEGRADED))
                .containsAll(TROUBLED)
                .doesNotContain("airtable", "virustotal", "sendgrid", "mapbox");
        assertThat(broken)
                .containsEntry("stripe", Set.of(Measure.SUCCESS, Measure.ERRORS))
                .containsEntry("samsara", Set.of(Measure.SUCCESS, Measure.ERRORS))
                .containsEntry("misp", Set.of(Measure.SUCCESS))
                .containsEntry("abuseipdb", Set.of(Measure.SUCCESS))
                .containsEntry("twilio", Set.of(Measure.RESPONSE));

        try (var calm = StubVendors.start(vendors.port(), Chaos.NONE)) {
            assertThat(calm.port()).isEqualTo(vendors.port());
            for (var round = 0; round < WINDOW; round++) {
                check(watch.round());
            }
        }
        assertThat(vendors(Happening.VENDOR_RECOVERED)).containsAll(TROUBLED);
        assertThat(vendors(Happening.VENDOR_RECOVERED)).hasSameSizeAs(vendors(Happening.VENDOR_DEGRADED));
    }

    /** Compares what the watch says with the test's own count. */
    private void check(List<VendorReport> round) {
        for (var report : round) {
            var newest = calls.computeIfAbsent(report.vendor(), name -> new ArrayList<>());
            newest.add(report.last().orElseThrow());
            var window = newest.subList(Math.max(0, newest.size() - WINDOW), newest.size());
            var answered = count(window, Outcome.ANSWERED);
            var failed = count(window, Outcome.FAILED);
            var slow = window.stream()
                    .filter(call -> call.outcome() != Outcome.FAILED)
                    .filter(call -> call.took().compareTo(THRESHOLDS.response()) > 0)
                    .count();
            var replies = window.size() - failed;
            var isDegraded = window.size() == WINDOW
                    && (answered < WINDOW - 1 || failed > 1 || slow > replies - Math.ceil(0.95 * replies));
            assertThat(report.degraded()).as(report.toString()).isEqualTo(isDegraded);
            assertThat(alerted(report.vendor())).as(report.toString()).isEqualTo(isDegraded);
            report.health().breaches().stream()
                    .map(Breach::measure)
                    .forEach(broken.computeIfAbsent(report.vendor(), name -> new HashSet<>())::add);
        }
        clock.advance(BETWEEN_ROUNDS);
    }

    private static long count(List<ProbeResult> window, Outcome outcome) {
        return window.stream().filter(call -> call.outcome() == outcome).count();
    }

    /** Whether the last that was said of a vendor is that it is degraded. */
    private boolean alerted(String vendor) {
        return events.stream()
                .filter(event -> event.vendor().equals(vendor))
                .reduce((earlier, later) -> later)
                .filter(event -> event.happening() == Happening.VENDOR_DEGRADED)
                .isPresent();
    }

    private List<String> vendors(Happening happening) {
        return events.stream()
                .filter(event -> event.happening() == happening)
                .map(WatchEvent::vendor)
                .toList();
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(ChaosTest.class.getResource("/" + name)).toURI());
    }
}
