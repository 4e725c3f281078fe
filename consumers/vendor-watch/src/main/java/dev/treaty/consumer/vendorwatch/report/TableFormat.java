package dev.treaty.consumer.vendorwatch.report;

import dev.treaty.consumer.vendorwatch.health.Breach;
import dev.treaty.consumer.vendorwatch.health.Status;
import dev.treaty.consumer.vendorwatch.probe.Limit;
import dev.treaty.consumer.vendorwatch.probe.Outcome;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people; what needs them is in lines after it. */
final class TableFormat {

    private static final String NONE = "–";

    private TableFormat() {}

    static String print(List<VendorReport> vendors, String currency) {
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of("vendor", "state", "responded in", "calls", "success", "errors", "limit", "key", "this month"));
        vendors.forEach(vendor -> rows.add(row(vendor, currency)));
        var lines = new ArrayList<>(aligned(rows));
        vendors.forEach(vendor -> lines.addAll(alerts(vendor, currency)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> row(VendorReport vendor, String currency) {
        var window = vendor.window();
        return List.of(
                vendor.vendor(),
                vendor.health().status().word() + (vendor.degraded() ? ", degraded" : ""),
                vendor.last()
                        .filter(result -> result.outcome() != Outcome.FAILED)
                        .map(result -> result.took().toMillis() + " ms")
                        .orElse(NONE),
                String.valueOf(window.results().size()),
                percent(window.share(Outcome.ANSWERED)),
                percent(window.share(Outcome.FAILED)),
                vendor.last().map(ProbeResult::limit).map(TableFormat::limit).orElse(NONE),
                vendor.keyDaysLeft().map(days -> days + " days left").orElse(NONE),
                spent(vendor, currency));
    }

    private static String limit(Limit limit) {
        return limit.notBefore()
                .map(time -> "not before " + time)
                .or(() -> limit.remaining()
                        .map(left ->
                                limit.requests().map(all -> left + " of " + all).orElse(left + " left")))
                .orElse(NONE);
    }

    private static String spent(VendorReport vendor, String currency) {
        var spending = vendor.spending();
        return spending.budget()
                .map(budget -> "%s of %s %s (%s)"
                        .formatted(
                                spending.spent().toPlainString(),
                                budget.toPlainString(),
                                currency,
                                spending.percent().map(share -> share + " %").orElse("no budget")))
                .orElse(spending.spent().signum() == 0 ? NONE : spending.spent().toPlainString() + " " + currency);
    }

    private static List<String> alerts(VendorReport vendor, String currency) {
        var lines = new ArrayList<String>();
        vendor.last()
                .filter(result -> result.outcome() != Outcome.ANSWERED)
                .ifPresent(result -> lines.add("%s is %s: %s"
                        .formatted(vendor.vendor(), vendor.health().status().word(), result.detail())));
        if (vendor.health().status() == Status.SLOW) {
            lines.add("%s is slow".formatted(vendor.vendor()));
        }
        vendor.health().breaches().forEach(breach -> lines.add(vendor.vendor() + " is degraded: " + words(breach)));
        if (vendor.keyIsDue()) {
            lines.add("%s needs a new key: %s days left"
                    .formatted(vendor.vendor(), vendor.keyDaysLeft().orElseThrow()));
        }
        vendor.costAlert()
                .ifPresent(percent -> lines.add("%s has cost %s, at least %d %% of its budget"
                        .formatted(vendor.vendor(), spent(vendor, currency), percent)));
        return lines;
    }

    private static String words(Breach breach) {
        return switch (breach.measure()) {
            case SUCCESS ->
                "%s of its calls are answered, at least %s should be"
                        .formatted(percent(breach.measured()), percent(breach.threshold()));
            case ERRORS ->
                "%s of its calls fail, at most %s should"
                        .formatted(percent(breach.measured()), percent(breach.threshold()));
            case RESPONSE ->
                "95 of 100 calls take up to %.0f ms, at most %.0f ms are allowed"
                        .formatted(breach.measured(), breach.threshold());
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share == Math.rint(share) ? "%.0f %%" : "%.1f %%", share);
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }
}
