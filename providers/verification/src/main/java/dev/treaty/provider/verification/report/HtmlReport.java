package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one page without scripts or other files: a table of consumers and providers, whose cells lead to their interactions below it.
 * An open list of interactions takes the width of the page, and leaves the table as it is.
 */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --good: #1b6e2e; --bad: #b3202b; --open: #7a5600; --own: #1a5a96; }
            @media (prefers-color-scheme: dark) { :root { --good: #7fd694; --bad: #ff9a9a; --open: #e8c068; --own: #8fc1f5; } }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }
            .table { overflow-x: auto; }
            table { border-collapse: collapse; }
            caption { text-align: left; padding-bottom: .5rem; }
            th, td { border: 1px solid var(--line); padding: .5rem .75rem; text-align: left; vertical-align: top; }
            summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
            details { border-bottom: 1px solid var(--line); }
            ul { list-style: none; padding: 0; margin: 0 0 1rem; max-width: 70rem; }
            li { padding: .25rem 0; border-top: 1px solid var(--line); }
            pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
            small { display: block; font-weight: 400; }
            .verified { color: var(--good); } .failed { color: var(--bad); }
            .pending, .skipped, .not-verified { color: var(--open); } .simulated, .replayed { color: var(--own); }
            """;

    private HtmlReport() {}

    static String of(VerificationReport report, ReportOrigin origin) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Contracts: %s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <h1>Contracts: %s</h1>
                <p>%s</p>
                <div class="table">
                <table>
                <caption>Follow a cell to what the consumer needs from the provider.</caption>
                <thead><tr><th scope="col">consumer</th>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </div>
                <p>%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(
                        VerificationReport.counts(report.results()),
                        STYLE,
                        VerificationReport.counts(report.results()),
                        escaped(origin.toString()),
                        report.providers().stream()
                                .map(provider -> "<th scope=\"col\">%s</th>".formatted(escaped(provider)))
                                .collect(Collectors.joining()),
                        report.consumers().stream()
                                .map(consumer -> row(report, consumer))
                                .collect(Collectors.joining("\n")),
                        escaped(VerificationReport.legend(report.results())).replace("\n", "<br/>"),
                        report.contracts().stream().map(HtmlReport::contract).collect(Collectors.joining("\n")));
    }

    private static String row(VerificationReport report, String consumer) {
        return "<tr><th scope=\"row\">%s</th>%s</tr>"
                .formatted(
                        escaped(consumer),
                        report.providers().stream()
                                .map(provider -> cell(report.versions(consumer, provider)))
                                .collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static String cell(List<List<VerificationResult>> versions) {
        return versions.stream()
                .map(interactions -> link(interactions) + label(interactions))
                .collect(Collectors.joining("\n", "<td>", "</td>"));
    }

    private static String label(List<VerificationResult> interactions) {
        var version = VerificationReport.label(interactions);
        return version.isEmpty() ? "" : "<small>%s</small>".formatted(escaped(version));
    }

    private static String link(List<VerificationResult> interactions) {
        return "<a class=\"%s\" href=\"#%s\">%s</a>"
                .formatted(
                        type(interactions.get(0).outcome()), id(interactions), VerificationReport.counts(interactions));
    }

    /** The list has the id, not what folds it: a browser unfolds what contains the target of a link. */
    private static String contract(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        return """
                <details%s><summary>%s &#8594; %s: <span class="%s">%s</span><small>%s</small></summary>
                <ul id="%s">
                %s
                </ul></details>""".formatted(
                        first.outcome() == Outcome.FAILED ? " open" : "",
                        escaped(first.consumer()),
                        escaped(first.provider()),
                        type(first.outcome()),
                        VerificationReport.counts(interactions),
                        VerificationReport.circumstances(interactions).stream()
                                .map(HtmlReport::escaped)
                                .collect(Collectors.joining("<br/>")),
                        id(interactions),
                        interactions.stream().map(HtmlReport::item).collect(Collectors.joining("\n")));
    }

    private static String id(List<VerificationResult> interactions) {
        var first = interactions.get(0);
        var version = first.version().isEmpty() ? "" : "-" + first.version();
        return escaped((first.consumer() + "-" + first.provider() + version).replaceAll("\\s", "_"));
    }

    private static String item(VerificationResult result) {
        var given = result.given().isEmpty() ? "" : "<small>given %s</small>".formatted(escaped(result.given()));
        var why = result.why().isEmpty() ? "" : "<pre>%s</pre>".formatted(escaped(result.why()));
        return "<li><b class=\"%s\">%s</b> %s%s%s</li>"
                .formatted(type(result.outcome()), result.outcome().words(), escaped(result.description()), given, why);
    }

    private static String type(Outcome outcome) {
        return outcome.words().replace(' ', '-');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
