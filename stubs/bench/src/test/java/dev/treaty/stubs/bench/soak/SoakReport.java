package dev.treaty.stubs.bench.soak;

import dev.treaty.stubs.bench.report.MachineInfo;
import dev.treaty.stubs.bench.text.Figures;
import dev.treaty.stubs.bench.text.TextTable;
import java.time.Duration;
import java.util.List;

/** The figures of a soak as tables. */
record SoakReport(SoakResult soak, MachineInfo machine) {

    /** For a terminal: by quarter. */
    String text() {
        return quarters().asText() + "\n" + circumstances() + "\n";
    }

    /** For the README: by quarter, and then every sample. */
    String markdown() {
        return quarters().asMarkdown() + "\n" + circumstances() + "\n\n"
                + samples().asMarkdown();
    }

    private String circumstances() {
        return "%s; load average before the run: %s".formatted(machine, Figures.rounded(machine.loadBefore()));
    }

    private TextTable quarters() {
        return new TextTable(
                List.of(
                        "after",
                        "correct responses",
                        "RSS under load",
                        "live heap",
                        "RSS at rest",
                        "threads",
                        "descriptors"),
                soak.quarters().stream()
                        .map(quarter -> List.of(
                                clock(quarter.ended()),
                                Figures.count(quarter.responses()),
                                Figures.mebibytes(quarter.mostResidentBytes()),
                                Figures.mebibytes(quarter.live().bytes()),
                                Figures.mebibytes(quarter.atRest().residentBytes()),
                                Figures.count(quarter.atRest().threads()),
                                Figures.count(quarter.atRest().descriptors())))
                        .toList());
    }

    private TextTable samples() {
        return new TextTable(
                List.of("at", "correct responses", "RSS", "threads", "descriptors"),
                soak.quarters().stream()
                        .flatMap(quarter -> quarter.samples().stream())
                        .map(sample -> List.of(
                                clock(sample.at()),
                                Figures.count(sample.responses()),
                                Figures.mebibytes(sample.footprint().residentBytes()),
                                Figures.count(sample.footprint().threads()),
                                Figures.count(sample.footprint().descriptors())))
                        .toList());
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
