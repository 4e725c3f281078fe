package dev.treaty.stubs.bench;

import java.time.Duration;
import java.util.List;

/** What a soak has seen, in words. */
record SoakReport(SoakResult soak, MachineInfo machine) {

    /** For a terminal: by quarter. */
    String text() {
        return quarters().asText() + "\n" + circumstances() + "\n";
    }

    /** By quarter, as the README wants it, and then every sample. */
    String markdown() {
        return quarters().asMarkdown() + "\n" + circumstances() + "\n\n"
                + samples().asMarkdown();
    }

    private String circumstances() {
        return "%s; load of the machine before: %s".formatted(machine, Figure.shown(machine.loadBefore()));
    }

    private TextTable quarters() {
        return new TextTable(
                List.of(
                        "after",
                        "right answers",
                        "RSS under load",
                        "live heap",
                        "RSS at rest",
                        "threads",
                        "descriptors"),
                soak.quarters().stream()
                        .map(quarter -> List.of(
                                clock(quarter.ended()),
                                Figure.count(quarter.answered()),
                                Growth.mebibytes(quarter.mostResidentBytes()),
                                Growth.mebibytes(quarter.live().bytes()),
                                Growth.mebibytes(quarter.atRest().residentBytes()),
                                Figure.count(quarter.atRest().threads()),
                                Figure.count(quarter.atRest().descriptors())))
                        .toList());
    }

    private TextTable samples() {
        return new TextTable(
                List.of("at", "right answers", "RSS", "threads", "descriptors"),
                soak.quarters().stream()
                        .flatMap(quarter -> quarter.samples().stream())
                        .map(sample -> List.of(
                                clock(sample.at()),
                                Figure.count(sample.answered()),
                                Growth.mebibytes(sample.footprint().residentBytes()),
                                Figure.count(sample.footprint().threads()),
                                Figure.count(sample.footprint().descriptors())))
                        .toList());
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
