package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** The report as one page without scripts or other files: a table of consumers and providers whose cells open their interactions. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --good: #1b6e2e; --bad: #b3202b; --open: #7a5600; }
            @media (prefers-color-scheme: dark) { :root { --good: #7fd694; --bad: #ff9a9a; --open: #e8c068; } }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }
            table { border-collapse: collapse; }
            caption { text-align: left; padding-bottom: .5rem; }
            th, td { border: 1px solid var(--line); padding: .5rem .75rem; text-align: left; vertical-align: top; }
            summary { cursor: pointer; font-weight: 600; white-space: nowrap; }
            details[open] { min-width: min(45rem, 80vw); }
            ul { list-style: none; padding: 0; margin: .5rem 0 0; max-width: 70rem; }
            li { padding: .25rem 0; border-top: 1px solid var(--line); }
            pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
            small { display: block; }
            .verified { color: var(--good); } .failed { color: var(--bad); } .pending, .skipped, .not-verified { color: var(--open); }
            """;

    private HtmlReport() {}

    static String of(VerificationReport report) {
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
                <table>
                <caption>Open a cell to see what the consumer needs from the provider.</caption>
                <thead><tr><th scope="col">consumer</th>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </main>
                </body>
                </html>
                """.formatted(
                        VerificationReport.counts(report.results()),
                        STYLE,
                        VerificationReport.counts(report.results()),
                        report.providers().stream()
                                .map(provider -> "<th scope=\"col\">%s</th>".formatted(escaped(provider)))
                                .collect(Collectors.joining()),
                        report.consumers().stream()
                                .map(consumer -> row(report, consumer))
                                .collect(Collectors.joining("\n")));
    }

    private static String row(VerificationReport report, String consumer) {
        return "<tr><th scope=\"row\">%s</th>%s</tr>"
                .formatted(
                        escaped(consumer),
                        report.providers().stream()
                                .map(provider -> cell(report.between(consumer, provider)))
                                .collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static String cell(List<VerificationResult> interactions) {
        if (interactions.isEmpty()) {
            return "<td></td>";
        }
        var first = interactions.get(0);
        var worst = first.outcome();
        return """
                <td><details id="%s"%s><summary class="%s">%s</summary>
                <ul>
                %s
                </ul></details></td>""".formatted(
                        escaped(first.consumer() + "-" + first.provider()),
                        worst == Outcome.FAILED ? " open" : "",
                        type(worst),
                        VerificationReport.counts(interactions),
                        interactions.stream().map(HtmlReport::item).collect(Collectors.joining("\n")));
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
