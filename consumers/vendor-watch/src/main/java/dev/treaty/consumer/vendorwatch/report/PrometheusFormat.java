package dev.treaty.consumer.vendorwatch.report;

import dev.treaty.consumer.vendorwatch.health.Status;
import dev.treaty.consumer.vendorwatch.probe.Outcome;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gauges in Prometheus' text format, e.g. for the textfile collector of its node exporter. All are prefixed {@code treaty_vendor_}.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the text format, version 0.0.4</a>
 */
final class PrometheusFormat {

    private static final double PERCENT = 100;

    private PrometheusFormat() {}

    static String print(List<VendorReport> vendors, String currency) {
        var text = new StringBuilder();
        text.append("# HELP treaty_vendor_status 1 for what the vendor is, as of the newest call.\n");
        text.append("# TYPE treaty_vendor_status gauge\n");
        for (var vendor : vendors) {
            for (var status : Status.values()) {
                text.append("treaty_vendor_status{vendor=\"%s\",status=\"%s\"} %d%n"
                        .formatted(
                                vendor.vendor(), status.word(), vendor.health().status() == status ? 1 : 0));
            }
        }
        gauge(
                text,
                vendors,
                "degraded",
                "1 if the vendor does not keep a threshold.",
                vendor -> Optional.of(vendor.degraded() ? 1 : 0));
        gauge(
                text,
                vendors,
                "success_ratio",
                "Share of the last calls that were answered.",
                vendor -> Optional.of(vendor.window().share(Outcome.ANSWERED) / PERCENT));
        gauge(
                text,
                vendors,
                "error_ratio",
                "Share of the last calls that failed.",
                vendor -> Optional.of(vendor.window().share(Outcome.FAILED) / PERCENT));
        gauge(
                text,
                vendors,
                "response_seconds",
                "Time of the newest call.",
                vendor -> vendor.last().map(ProbeResult::took).map(PrometheusFormat::seconds));
        gauge(
                text,
                vendors,
                "remaining_requests",
                "Requests that the vendor still accepts.",
                vendor -> vendor.last().flatMap(result -> result.limit().remaining()));
        gauge(text, vendors, "key_days_left", "Days until the key has to be replaced.", VendorReport::keyDaysLeft);
        gauge(
                text,
                vendors,
                "spent",
                "Costs of this month, in " + currency + ".",
                vendor -> Optional.of(vendor.spending().spent()));
        gauge(
                text,
                vendors,
                "budget",
                "Budget of a month, in " + currency + ".",
                vendor -> vendor.spending().budget());
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / (double) Duration.ofSeconds(1).toNanos();
    }

    private static void gauge(
            StringBuilder text,
            List<VendorReport> vendors,
            String name,
            String help,
            Function<VendorReport, Optional<? extends Number>> value) {
        text.append("# HELP treaty_vendor_%s %s%n".formatted(name, help));
        text.append("# TYPE treaty_vendor_%s gauge%n".formatted(name));
        for (var vendor : vendors) {
            value.apply(vendor)
                    .ifPresent(number -> text.append(
                            "treaty_vendor_%s{vendor=\"%s\"} %s%n".formatted(name, vendor.vendor(), number)));
        }
    }
}
