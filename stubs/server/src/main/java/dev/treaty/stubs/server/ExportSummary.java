package dev.treaty.stubs.server;

import dev.treaty.stubs.export.ExportReport;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The text printed after an export: how to serve it, and how it differs from the contracts. */
record ExportSummary(ExportReport report, Path directory) {

    void print(PrintWriter out) {
        out.printf(
                "Exported %d interactions of %d providers to %s%n%n",
                report.interactions(), report.folders().size(), directory);
        report.folders()
                .forEach((provider, folder) -> out.printf(
                        "  %-20s java -jar wiremock-standalone-3.13.2.jar --root-dir %s%n",
                        provider, directory.resolve(folder)));
        out.printf(
                "%n%d rules are exact, %d differ%s%n",
                report.exact(), report.deviatingRules(), report.deviatingRules() > 0 ? ":" : ".");
        report.deviations()
                .forEach((deviation, rules) ->
                        out.printf("  %-18s %4d  %s%n", deviation.direction().words(), rules, deviation.what()));
        if (report.messages() > 0) {
            out.printf(
                    "%d messages were not exported, because WireMock only responds to requests.%n", report.messages());
        }
        out.printf("%nDetails of each rule, and what applies to every mapping: %s%n", directory.resolve("EXPORT.md"));
        out.flush();
    }
}
