package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.stubs.export.ExportReport;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The text printed after an export: how to serve it, and how it differs from the contracts. */
record ExportSummary(ExportReport report, Path directory) {

    void print(PrintWriter out) {
        out.printf(
                "Exported %s of %s to %s%n%n",
                Quantity.of(report.interactions(), "interaction"),
                Quantity.of(report.folders().size(), "provider"),
                directory);
        report.folders()
                .forEach((provider, folder) -> out.printf(
                        "  %-20s java -jar wiremock-standalone-3.13.2.jar --root-dir %s%n",
                        provider, directory.resolve(folder)));
        out.printf(
                "%n%s %s exact, %d %s%s%n",
                Quantity.of(report.exact(), "rule"),
                report.exact() == 1 ? "is" : "are",
                report.deviatingRules(),
                report.deviatingRules() == 1 ? "differs" : "differ",
                report.deviatingRules() > 0 ? ":" : ".");
        report.deviations()
                .forEach((deviation, rules) ->
                        out.printf("  %-18s %4d  %s%n", deviation.direction().words(), rules, deviation.what()));
        if (report.messages() > 0) {
            out.printf(
                    "%s %s not exported, because WireMock only responds to requests.%n",
                    Quantity.of(report.messages(), "message"), report.messages() == 1 ? "was" : "were");
        }
        out.printf("%nDetails of each rule, and what applies to every mapping: %s%n", directory.resolve("EXPORT.md"));
        out.flush();
    }
}
