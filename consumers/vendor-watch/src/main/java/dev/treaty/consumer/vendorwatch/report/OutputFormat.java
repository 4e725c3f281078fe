package dev.treaty.consumer.vendorwatch.report;

import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import java.util.List;

/** How a round is printed. */
public enum OutputFormat {
    /** A table for people; what needs them is in lines after it. */
    TABLE,
    /** One JSON object on one line, for programs. */
    JSON,
    /** Gauges in Prometheus' text format. */
    PROMETHEUS;

    /**
     * The whole text, with a line break at the end.
     *
     * @param currency of what was spent
     */
    public String print(List<VendorReport> vendors, String currency) {
        return switch (this) {
            case TABLE -> TableFormat.print(vendors, currency);
            case JSON -> JsonFormat.print(vendors, currency);
            case PROMETHEUS -> PrometheusFormat.print(vendors, currency);
        };
    }
}
