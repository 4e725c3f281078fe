package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** One request: what was sent and answered, why nothing answered, and how to make it an interaction. */
public final class RequestView {

    private static final Set<Outcome> ANSWERED_WITHOUT_CONTRACT =
            EnumSet.of(Outcome.REPLAY, Outcome.MAPPING, Outcome.MISS);

    private final PageSource source;

    /** @param source of the requests */
    public RequestView(PageSource source) {
        this.source = source;
    }

    /** E.g. {@code "GET /v1/charges"}. */
    public static String title(SeenRequest seen) {
        return seen.request().method() + " " + RequestRow.target(seen);
    }

    /**
     * Writes it.
     *
     * @param actions where forms are sent, e.g. {@code "/__admin/page/"}
     */
    public void write(Html html, SeenRequest seen, PageAddress address, String actions) {
        html.open("p", "class", "facts");
        seen.outcome().badge().write(html, seen.outcome().word());
        html.text(" %s, %s, "
                .formatted(
                        seen.request().provider(),
                        seen.status() == SeenRequest.NO_STATUS ? "no response" : "status " + seen.status()));
        RequestRow.writeTime(html, seen);
        seen.interaction()
                .ifPresent(origin -> html.text(", answered by ")
                        .link(
                                PageAddress.of(View.CONTRACTS)
                                        .with("interaction", origin.id().toString())
                                        .toString(),
                                origin.description()));
        html.close();
        if (address.get("added").equals("yes")) {
            html.element("p", "The mapping is added: ask again, and it answers.", "class", "what", "role", "status");
        }
        if (seen.outcome() == Outcome.MISS) {
            writeMiss(html, seen);
        }
        html.open("div", "class", "columns");
        writeText(html, "Request", "request-text", HttpText.request(seen));
        writeText(html, "Response", "response-text", HttpText.response(seen));
        html.close();
        if (seen.outcome() == Outcome.REFUSED) {
            html.element("p", "The body of a request that was refused is not kept.", "class", "note");
        }
        writeText(html, "Ask again", "curl", CurlCommand.of(seen, source.url()));
        if (ANSWERED_WITHOUT_CONTRACT.contains(seen.outcome())) {
            new DraftSection(consumers(seen)).write(html, seen, address);
        }
        if (seen.outcome() == Outcome.MISS) {
            MappingForm.write(html, seen, actions);
        }
    }

    private static void writeText(Html html, String title, String id, String text) {
        html.open("section", "aria-labelledby", id + "-title")
                .open("h2", "id", id + "-title")
                .text(title)
                .close()
                .open("pre", "tabindex", "0", "aria-labelledby", id + "-title")
                .element("code", text, "id", id)
                .close()
                .element(
                        "button",
                        "Copy",
                        "type",
                        "button",
                        "hidden",
                        "",
                        "data-copy",
                        id,
                        "aria-label",
                        "Copy: " + title)
                .close();
    }

    private void writeMiss(Html html, SeenRequest seen) {
        var result = source.lookup().find(seen.received());
        html.open("section", "aria-labelledby", "why").element("h2", "Why nothing answered", "id", "why");
        result.first()
                .ifPresentOrElse(
                        answering -> html.open("p")
                                .text("Asked again now, it would be answered by ")
                                .link(
                                        PageAddress.of(View.CONTRACTS)
                                                .with(
                                                        "interaction",
                                                        answering.origin().id().toString())
                                                .toString(),
                                        answering.origin().description())
                                .text(": the contracts have changed since.")
                                .close(),
                        () -> writeReport(html, source.explain(result)));
        html.close();
    }

    private static void writeReport(Html html, MismatchReport report) {
        var message = report.message();
        html.element("p", message.what(), "class", "what")
                .open("dl")
                .element("dt", "where")
                .element("dd", message.where())
                .element("dt", "fix")
                .element("dd", message.fix())
                .close();
        report.candidates().forEach(candidate -> CandidateTable.write(html, candidate));
    }

    private Collection<String> consumers(SeenRequest seen) {
        var files = source.lookup().contracts().files();
        var consumers = new LinkedHashSet<String>();
        files.stream()
                .filter(file -> file.provider().equals(seen.request().provider()))
                .forEach(file -> consumers.add(file.consumer()));
        files.forEach(file -> consumers.add(file.consumer()));
        return consumers;
    }
}
