package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The list of requests, the latest first; a page of it at a time, however many there are. */
public final class RequestsView {

    /** Requests on a page. */
    public static final int PAGE = 200;

    private final PageSource source;

    /** @param source of the requests */
    public RequestsView(PageSource source) {
        this.source = source;
    }

    /**
     * Writes the list.
     *
     * @param events where new rows come from, e.g. {@code "/__admin/page/events"}
     */
    public void write(Html html, PageAddress address, String events) {
        var journal = source.journal();
        writeFilter(html, address);
        if (journal.capacity() == 0) {
            html.element("p", "The journal is off: the server was started with --journal 0.", "class", "empty");
            return;
        }
        var before = address.number("before", Long.MAX_VALUE);
        var received = journal.received();
        var filter = RequestFilter.of(address);
        var shown = journal.latest()
                .filter(seen -> seen.number() < before && filter.accepts(seen))
                .limit(PAGE + 1L)
                .toList();
        var isLive = before == Long.MAX_VALUE;
        writeStatus(html, isLive);
        if (shown.isEmpty() && received == 0) {
            writeWelcome(html);
        }
        writeTable(html, shown, isLive ? live(address, events, received) : null);
        if (shown.size() > PAGE) {
            html.open("p", "class", "pages")
                    .link(
                            address.with(
                                            "before",
                                            String.valueOf(shown.get(PAGE - 1).number()))
                                    .toString(),
                            "Older requests")
                    .close();
        }
        html.element(
                "p",
                "%s since the server started; the latest %d are kept. What a limit refused is not among them."
                        .formatted(Quantity.of(received, "request"), journal.capacity()),
                "class",
                "note");
    }

    private static String live(PageAddress address, String events, long received) {
        return events + "?" + address.with("after", String.valueOf(received)).query();
    }

    private void writeFilter(Html html, PageAddress address) {
        html.open("form", "class", "filter", "role", "search", "action", "/");
        Fields.hidden(html, "view", View.REQUESTS.slug());
        Fields.search(html, "Path or interaction", address.get("q"));
        Fields.choice(
                html,
                "Outcome",
                "outcome",
                "all",
                Arrays.stream(Outcome.values()).map(Outcome::word).toList(),
                address.get("outcome"));
        Fields.choice(
                html, "Provider", "provider", "all", source.lookup().contracts().providers(), address.get("provider"));
        html.element("button", "Show").close();
    }

    private static void writeStatus(Html html, boolean isLive) {
        if (isLive) {
            html.open("p", "class", "live", "hidden", "", "id", "live")
                    .element("span", "", "role", "status", "id", "live-status")
                    .text(" ")
                    .element("button", "Pause", "type", "button", "id", "live-pause", "aria-pressed", "false")
                    .close();
        }
    }

    private void writeWelcome(Html html) {
        html.open("div", "class", "empty")
                .element("p", "No requests yet. Send one, and it appears here:")
                .open("pre", "tabindex", "0")
                .element(
                        "code",
                        "curl -i "
                                + source.url()
                                + source.lookup().contracts().providers().stream()
                                        .findFirst()
                                        .map(provider -> "/" + provider + "/")
                                        .orElse("/"))
                .close()
                .close();
    }

    private static void writeTable(Html html, List<SeenRequest> shown, @org.jspecify.annotations.Nullable String live) {
        html.open("div", "class", "scroll", "role", "region", "aria-label", "Requests", "tabindex", "0")
                .open("table", "class", "requests")
                .element("caption", "Requests, the latest first", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var title : List.of("Time", "Outcome", "Request", "Provider", "Status", "Interaction")) {
            html.element("th", title, "scope", "col", "class", title.equals("Status") ? "number" : null);
        }
        html.close().close().open("tbody", "data-live", live, "data-most", live == null ? null : String.valueOf(PAGE));
        shown.stream().limit(PAGE).forEach(seen -> RequestRow.write(html, seen));
        html.close().close().close();
    }

    /**
     * The rows of new requests, the latest first; empty if there are none that are shown.
     *
     * @param address with the filter
     * @param from the number of the first, inclusive
     * @param to the number of the last, exclusive
     */
    public String rows(PageAddress address, long from, long to) {
        var filter = RequestFilter.of(address);
        var html = new Html();
        LongStream.iterate(to - 1, number -> number >= Math.max(from, to - PAGE), number -> number - 1)
                .mapToObj(source.journal()::numbered)
                .flatMap(java.util.Optional::stream)
                .filter(filter::accepts)
                .forEach(seen -> RequestRow.write(html, seen));
        return html.toString();
    }
}
