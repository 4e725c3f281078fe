package dev.treaty.provider.verification.report;

import dev.treaty.pacts.html.Badge;
import dev.treaty.pacts.html.Html;
import dev.treaty.pacts.html.StyleSheet;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.List;

/**
 * The report as one page without scripts or other files, in the design of all pages: a table of consumers and providers, whose cells lead to
 * their interactions below it. An open list of interactions takes the width of the page, and leaves the table as it is.
 */
final class HtmlReport {

    private static final String STYLE = """
            .matrix { width: auto; }
            .matrix td, .matrix th { padding-right: 1.5rem; }
            .matrix a, summary { font-weight: 600; }
            .matrix a { color: inherit; }
            .matrix .badge { white-space: normal; }
            .matrix td:not(:empty) { min-width: 9.5rem; }
            .matrix th { white-space: nowrap; }
            .matrix .note { display: block; }
            details { border-bottom: 1px solid var(--line); }
            summary { padding: .75rem 0; cursor: pointer; overflow-wrap: anywhere; }
            summary .note { display: block; font-weight: 400; }
            ul { margin: 0 0 1.5rem; padding: 0; list-style: none; }
            li { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--line); }
            li > * { grid-column: 2; }
            li > .badge { grid-column: 1; }
            li pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            @media (max-width: 46rem) { li, li > span { display: block; } }
            """;

    private final VerificationReport report;
    private final Html html = new Html();

    private HtmlReport(VerificationReport report) {
        this.report = report;
    }

    static String of(VerificationReport report, ReportOrigin origin) {
        return new HtmlReport(report).page(origin.toString());
    }

    private String page(String origin) {
        var title = "Contracts: " + VerificationReport.counts(report.results());
        html.open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title)
                .style(StyleSheet.shared() + STYLE)
                .close();
        html.open("body")
                .open("header")
                .element("span", "Treaty", "class", "name")
                .close();
        html.open("main").element("h1", title).element("p", origin, "class", "note");
        writeTable();
        VerificationReport.legend(report.results())
                .lines()
                .forEach(meaning -> html.element("p", meaning, "class", "note"));
        report.contracts().forEach(this::write);
        html.close().close().close();
        return "<!doctype html>\n" + html + "\n";
    }

    private void writeTable() {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Consumers and providers")
                .open("table", "class", "matrix")
                .element("caption", "Follow a cell to what the consumer needs from the provider.");
        html.open("thead").open("tr").element("th", "consumer", "scope", "col");
        report.providers().forEach(provider -> html.element("th", provider, "scope", "col"));
        html.close().close().open("tbody");
        for (var consumer : report.consumers()) {
            html.open("tr").element("th", consumer, "scope", "row");
            for (var provider : report.providers()) {
                html.open("td");
                report.versions(consumer, provider).forEach(this::writeLink);
                html.close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private void writeLink(List<VerificationResult> interactions) {
        html.open("a", "class", badge(interactions).style(), "href", "#" + id(interactions));
        badge(interactions).write(html, VerificationReport.counts(interactions));
        html.close();
        var version = VerificationReport.label(interactions);
        if (!version.isEmpty()) {
            html.element("span", version, "class", "note");
        }
    }

    /** The list has the id, not what folds it: a browser unfolds what contains the target of a link. */
    private void write(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        html.open("details", "open", first.outcome() == Outcome.FAILED ? "" : null)
                .open("summary")
                .text("%s → %s: ".formatted(first.consumer(), first.provider()));
        badge(interactions).write(html, VerificationReport.counts(interactions));
        VerificationReport.circumstances(interactions).forEach(line -> html.element("span", line, "class", "note"));
        html.close().open("ul", "id", id(interactions));
        interactions.forEach(this::write);
        html.close().close();
    }

    private void write(VerificationResult result) {
        html.open("li");
        badge(result.outcome()).write(html, result.outcome().words());
        html.element("span", result.description());
        if (!result.given().isEmpty()) {
            html.element("span", "given " + result.given(), "class", "note");
        }
        if (!result.why().isEmpty()) {
            html.element("pre", result.why());
        }
        html.close();
    }

    /** That of the worst, which is the first. */
    private static Badge badge(List<VerificationResult> interactions) {
        return badge(interactions.get(0).outcome());
    }

    private static Badge badge(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> Badge.BAD;
            case PENDING, SKIPPED, REPLAYED, SIMULATED -> Badge.CAREFUL;
            case NOT_VERIFIED -> Badge.UNKNOWN;
            case VERIFIED -> Badge.GOOD;
        };
    }

    private static String id(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        var version = first.version().isEmpty() ? "" : "-" + first.version();
        return (first.consumer() + "-" + first.provider() + version).replaceAll("\\s", "_");
    }
}
