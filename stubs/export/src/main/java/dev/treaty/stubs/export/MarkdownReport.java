package dev.treaty.stubs.export;

import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code EXPORT.md}: how to serve the export, what differs, and every rule of every interaction. */
record MarkdownReport(ExportReport report) {

    static final String FILE = "EXPORT.md";

    @Override
    public String toString() {
        return Stream.of(start(), everywhere(), deviating(), messages(), interactions())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String start() {
        return """
                # Contracts for stock WireMock

                Written by `treaty export`, and overwritten by it. %s, %s exact, %d with a difference.

                %s

                Of several interactions that accept a request, the one whose state is requested with the header
                `Pact-Provider-State` responds, otherwise the more specific one. The priority 1 996 002 000 means: no state
                requested (1), 1000 - 4 parts of the request, 2 rules, the first such (0). The lowest responds first.""".formatted(
                        Quantity.of(report.interactions(), "interaction"),
                        Quantity.of(report.exact(), "rule"),
                        report.deviatingRules(),
                        commands());
    }

    private String commands() {
        return report.folders().values().stream()
                .map("java -jar wiremock-standalone-3.13.2.jar --root-dir %s"::formatted)
                .collect(Collectors.joining("\n", "```\n", "\n```"));
    }

    private static String everywhere() {
        return "## What applies to every mapping\n\nWireMock reads requests in its own way, so even an exact rule differs in"
                + " this:\n\n"
                + Deviation.ofEveryMapping().stream().map(MarkdownReport::line).collect(Collectors.joining("\n"))
                + "\n- On Java 17, WireMock reads non-ASCII characters of a form in the platform's charset: start it with"
                + " `-Dfile.encoding=UTF-8`.";
    }

    private static String line(Deviation deviation) {
        return "- %s: %s".formatted(deviation.direction().words(), deviation.what());
    }

    private String deviating() {
        var deviations = report.deviations();
        if (deviations.isEmpty()) {
            return "## What differs\n\nNothing else: every rule is exact.";
        }
        return deviations.entrySet().stream()
                .map(deviation -> row(
                        deviation.getKey().name(),
                        deviation.getKey().direction().words(),
                        deviation.getKey().what(),
                        deviation.getValue().toString()))
                .collect(Collectors.joining(
                        "\n",
                        "## What differs\n\n| | stock WireMock | what | rules |\n| --- | --- | --- | --- |\n",
                        ""));
    }

    private String messages() {
        return report.unexported().isEmpty()
                ? ""
                : report.unexported().stream()
                        .map(message -> "- %s (%s)"
                                .formatted(
                                        text(message.description()),
                                        PathText.name(message.file().path())))
                        .collect(Collectors.joining(
                                "\n",
                                "## Messages, which are not exported because WireMock only responds to requests\n\n",
                                ""));
    }

    private String interactions() {
        return report.exported().stream().map(MarkdownReport::interaction).collect(Collectors.joining("\n\n"));
    }

    private static String interaction(ExportedInteraction exported) {
        var interaction = exported.interaction();
        return """
                ## %s: %s

                %s, given %s: [%s](%s)

                | place | rule | WireMock | difference |
                | --- | --- | --- | --- |
                %s""".formatted(
                interaction.provider(),
                text(interaction.description()),
                PathText.name(interaction.file().path()),
                states(interaction),
                exported.path(),
                exported.path(),
                exported.rules().stream()
                        .map(rule -> row(rule.place(), rule.rule(), rule.wireMock(), differences(rule.deviations())))
                        .collect(Collectors.joining("\n")));
    }

    private static String states(RankedInteraction interaction) {
        return interaction.states().isEmpty()
                ? "nothing"
                : interaction.states().stream()
                        .map(state -> text(String.valueOf(state.getName())))
                        .collect(Collectors.joining(" and "));
    }

    private static String differences(List<Deviation> deviations) {
        return deviations.isEmpty()
                ? "exact"
                : deviations.stream()
                        .map(deviation -> deviation.direction().words() + ": " + deviation.name())
                        .collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(MarkdownReport::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Escapes what Markdown or HTML would interpret. */
    private static String text(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~]", "\\\\$0");
    }
}
