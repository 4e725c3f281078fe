package dev.treaty.consumer.vendorwatch.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.vendorwatch.event.Happening;
import dev.treaty.consumer.vendorwatch.event.WatchEvent;
import dev.treaty.consumer.vendorwatch.health.Status;
import dev.treaty.consumer.vendorwatch.health.Thresholds;
import dev.treaty.consumer.vendorwatch.probe.Credentials;
import dev.treaty.consumer.vendorwatch.probe.VendorApis;
import dev.treaty.consumer.vendorwatch.settings.InvalidSettings;
import dev.treaty.consumer.vendorwatch.settings.UsageFile;
import dev.treaty.consumer.vendorwatch.settings.WatchSettings;
import dev.treaty.consumer.vendorwatch.settings.WatchedVendor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private static final Thresholds THRESHOLDS = new Thresholds(95, 5, Duration.ofSeconds(2), 20, 5);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private final ScriptedVendor vendor = new ScriptedVendor();
    private final TestClock clock = new TestClock();
    private final List<WatchEvent> events = new ArrayList<>();
    private boolean deliverable = true;

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void a_vendor_is_asked_its_cheapest_call_with_its_key() {
        var report = watch("stripe").round().get(0);

        assertThat(vendor.requests()).containsExactly("GET /v1/balance Bearer secret");
        assertThat(report.health().status()).isEqualTo(Status.UP);
        assertThat(report.isInOrder()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void one_failure_of_twenty_is_within_the_threshold_and_two_are_not_until_they_are_forgotten() {
        var watch = watch("stripe");
        rounds(watch, 19);
        vendor.responds(503, Map.of());
        rounds(watch, 1);
        assertThat(events).isEmpty();

        var down = rounds(watch, 1);
        assertThat(down.health().status()).isEqualTo(Status.DOWN);
        assertThat(happened()).containsExactly(Happening.VENDOR_DEGRADED);
        assertThat(events.get(0).data().toString())
                .contains("measure=success, threshold=95.0, measured=90.0")
                .contains("measure=errors, threshold=5.0, measured=10.0");

        vendor.responds(200, Map.of());
        rounds(watch, 18);
        assertThat(happened()).containsExactly(Happening.VENDOR_DEGRADED);
        rounds(watch, 1);
        assertThat(happened()).containsExactly(Happening.VENDOR_DEGRADED, Happening.VENDOR_RECOVERED);
        assertThat(events.get(1).data())
                .containsEntry("degradedAt", events.get(0).time());
    }

    @Test
    void too_few_calls_are_not_judged() {
        vendor.responds(500, Map.of());
        var watch = watch("stripe");

        rounds(watch, THRESHOLDS.least() - 1);
        assertThat(events).isEmpty();
        rounds(watch, 1);
        assertThat(happened()).containsExactly(Happening.VENDOR_DEGRADED);
    }

    @Test
    void a_vendor_that_says_when_is_not_asked_before() {
        vendor.responds(
                429, Map.of("X-RateLimit-Reset", String.valueOf(clock.instant().getEpochSecond() + 90)));
        var watch = watch("sendgrid");

        assertThat(watch.round().get(0).health().status()).isEqualTo(Status.LIMITED);
        clock.advance(Duration.ofSeconds(89));
        assertThat(watch.round().get(0).health().status()).isEqualTo(Status.LIMITED);
        assertThat(vendor.requests()).hasSize(1);

        vendor.responds(200, Map.of("X-RateLimit-Limit", "600", "X-RateLimit-Remaining", "599"));
        clock.advance(Duration.ofSeconds(1));
        var report = watch.round().get(0);
        assertThat(vendor.requests()).hasSize(2);
        assertThat(report.last().orElseThrow().limit().remaining()).contains(599L);
    }

    @Test
    void the_last_request_that_is_left_is_not_used_up() {
        vendor.responds(200, Map.of("X-RateLimit-Remaining", "0", "Retry-After", "0.40235"));
        var watch = watch("abuseipdb");
        watch.round();

        assertThat(watch.memory()
                        .of("abuseipdb")
                        .window()
                        .results()
                        .get(0)
                        .limit()
                        .notBefore())
                .contains(clock.instant().plusNanos(402_350_000));
    }

    @Test
    void a_refused_key_is_no_error_of_the_vendor() {
        vendor.responds(403, Map.of());
        var watch = watch("misp");
        var report = rounds(watch, THRESHOLDS.least());

        assertThat(report.health().status()).isEqualTo(Status.REFUSED);
        assertThat(report.health().breaches()).extracting("measure").hasToString("[SUCCESS]");
    }

    @Test
    void costs_are_told_once_at_each_threshold_and_again_next_month(@TempDir Path folder) throws IOException {
        var used = Files.writeString(
                folder.resolve("usage.csv"),
                "# comment\n2026-01-02T00:00:00Z,twilio,sms,70\n2025-12-31T23:59:59Z,twilio,sms,900\n");
        var watch =
                watch(watched("twilio", NEXT_YEAR, "10.00", Map.of("sms", "0.1", "call", "0.5")), Optional.of(used));

        watch.round();
        assertThat(events).isEmpty();
        watch.round();
        assertThat(happened()).containsExactly(Happening.COST_THRESHOLD_REACHED);
        assertThat(events.get(0).data())
                .containsEntry("spent", "8.00")
                .containsEntry("percent", 80)
                .containsEntry("month", "2026-01");
        rounds(watch, 3);
        assertThat(happened()).hasSize(1);
        rounds(watch, 1);
        assertThat(events.get(1).data()).containsEntry("percent", 100).containsEntry("spent", "10.00");

        clock.advance(Duration.ofDays(20));
        assertThat(rounds(watch, 1).spending().spent()).isEqualByComparingTo("0.50");
        assertThat(happened()).hasSize(2);
    }

    @Test
    void a_line_that_cannot_be_counted_is_not_ignored(@TempDir Path folder) throws IOException {
        var used = Files.writeString(
                folder.resolve("usage.csv"), "2026-01-02T00:00:00Z,twilio,sms,70\nyesterday,twilio,sms,1\n");
        var watch = watch(watched("twilio", NEXT_YEAR, "10.00", Map.of()), Optional.of(used));

        assertThatThrownBy(watch::round)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("usage.csv:2")
                .hasMessageContaining("2026-12-01T09:30:00Z,twilio,sms,120");
    }

    @Test
    void a_key_is_told_of_once_until_it_has_another_date() {
        var rotateBy = LocalDate.of(2026, 1, 30);
        var watch = watch(watched("stripe", rotateBy, "0", Map.of()), Optional.empty());
        clock.advance(Duration.ofDays(-1));
        rounds(watch, 1);
        assertThat(events).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(rounds(watch, 2).keyIsDue()).isTrue();
        assertThat(happened()).containsExactly(Happening.KEY_EXPIRES);
        assertThat(events.get(0).data()).containsEntry("daysLeft", 15L).containsEntry("rotateBy", rotateBy);
    }

    @Test
    void what_cannot_be_delivered_is_delivered_later_in_its_order_even_by_another_process(@TempDir Path folder) {
        var file = new MemoryFile(folder.resolve("memory.json"));
        deliverable = false;
        vendor.responds(500, Map.of());
        var watch = watch("stripe");
        rounds(watch, THRESHOLDS.least());
        file.write(watch.memory());
        assertThat(events).isEmpty();

        deliverable = true;
        vendor.responds(200, Map.of());
        var later = watch(watched("stripe", NEXT_YEAR, "0", Map.of()), Optional.empty(), file.read());
        rounds(later, THRESHOLDS.window());

        assertThat(happened()).containsExactly(Happening.VENDOR_DEGRADED, Happening.VENDOR_RECOVERED);
        assertThat(new String(events.get(0).toJson(), UTF_8))
                .contains("\"measured\":100")
                .doesNotContain("secret");
    }

    private Watch watch(String name) {
        return watch(watched(name, NEXT_YEAR, "0", Map.of()), Optional.empty());
    }

    private Watch watch(WatchedVendor watched, Optional<Path> used) {
        return watch(watched, used, WatchMemory.EMPTY);
    }

    private Watch watch(WatchedVendor watched, Optional<Path> used, WatchMemory memory) {
        return new Watch(
                new WatchSettings(THRESHOLDS, List.of(80, 100), 15, "EUR", List.of(watched)),
                new UsageFile(used),
                event -> deliverable && events.add(event),
                memory,
                clock);
    }

    private WatchedVendor watched(String name, LocalDate rotateBy, String budget, Map<String, String> prices) {
        var numbers = new HashMap<String, BigDecimal>();
        prices.forEach((item, price) -> numbers.put(item, new BigDecimal(price)));
        return new WatchedVendor(
                Objects.requireNonNull(VendorApis.all().get(name)),
                vendor.address(),
                new Credentials("AC42", "secret"),
                Optional.of(rotateBy),
                Optional.of(new BigDecimal(budget)),
                numbers);
    }

    private static VendorReport rounds(Watch watch, int number) {
        for (var i = 1; i < number; i++) {
            watch.round();
        }
        return watch.round().get(0);
    }

    private List<Happening> happened() {
        return events.stream().map(WatchEvent::happening).toList();
    }
}
