package dev.treaty.stubs.page.network;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.html.Badge;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.PageSource;
import java.util.List;
import java.util.Locale;

/** Who talks to whom, drawn and as a table. */
public final class NetworkView {

    private static final int MOST_IN_COLUMN = 12;
    private static final int MOST_ROWS = 200;

    private final PageSource source;

    /** @param source of the contracts */
    public NetworkView(PageSource source) {
        this.source = source;
    }

    /** Writes the whole network, or what is around those that a search finds. */
    public void write(Html html, PageAddress address) {
        var whole = Network.of(source);
        var participant = address.get("participant");
        var text = address.get("q").toLowerCase(Locale.ROOT);
        var shown = !participant.isEmpty()
                ? whole.around(participant::equals)
                : text.isEmpty()
                        ? whole
                        : whole.around(name -> name.toLowerCase(Locale.ROOT).contains(text));
        writeFilter(html, address);
        writeSummary(html, whole, shown, participant);
        if (shown.connections().isEmpty()) {
            html.element("p", "No participant is called like that.", "class", "empty");
            return;
        }
        var isOpen = address.get("open").equals("all");
        var drawing = new NetworkDrawing(shown, address, isOpen ? Integer.MAX_VALUE - 1 : MOST_IN_COLUMN);
        writeFolding(html, address, drawing.isFolded(), isOpen);
        writeLegend(html);
        html.open(
                "div",
                "class",
                "scroll drawing",
                "role",
                "region",
                "aria-label",
                "Drawing of the network",
                "tabindex",
                "0");
        drawing.write(html);
        html.close();
        writeTable(html, shown);
    }

    private static void writeFilter(Html html, PageAddress address) {
        html.open("form", "class", "filter", "role", "search", "action", "/");
        Fields.hidden(html, "view", View.NETWORK.slug());
        Fields.search(html, "Participant", address.get("q"));
        html.element("button", "Show").close();
    }

    private static void writeSummary(Html html, Network whole, Network shown, String participant) {
        html.open("p", "class", "note")
                .text("%s, %s."
                        .formatted(
                                Quantity.of(whole.participants().size(), "participant"),
                                Quantity.of(whole.connections().size(), "connection")));
        if (shown.connections().size() < whole.connections().size()) {
            html.text(
                            participant.isEmpty()
                                    ? " Only those that the search finds are shown. "
                                    : " Only those around %s are shown. ".formatted(participant))
                    .link(PageAddress.of(View.NETWORK).toString(), "The whole network");
        }
        html.close();
    }

    private static void writeFolding(Html html, PageAddress address, boolean isFolded, boolean isOpen) {
        if (isFolded || isOpen) {
            html.open("p")
                    .link(
                            address.with("open", isOpen ? "" : "all").toString(),
                            isOpen ? "Fold those with few connections" : "Draw all of them")
                    .close();
        }
    }

    private static void writeLegend(Html html) {
        html.open("p", "class", "legend");
        Badge.GOOD.write(html, "all verified");
        Badge.CAREFUL.write(html, "in part, or by a simulation");
        Badge.UNKNOWN.write(html, "not verified");
        Badge.BAD.write(html, "failed");
        html.close();
    }

    private static void writeTable(Html html, Network shown) {
        html.open("h2")
                .text("Connections")
                .close()
                .open("div", "class", "scroll", "role", "region", "aria-label", "Connections", "tabindex", "0")
                .open("table")
                .element("caption", "Who calls whom", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var title : List.of("Consumer", "Provider", "Interactions", "Verified")) {
            html.element("th", title, "scope", "col", "class", title.equals("Interactions") ? "number" : null);
        }
        html.close().close().open("tbody");
        shown.connections().stream().limit(MOST_ROWS).forEach(connection -> writeRow(html, connection));
        html.close().close().close();
        if (shown.connections().size() > MOST_ROWS) {
            html.element(
                    "p",
                    "%d more; search for a participant."
                            .formatted(shown.connections().size() - MOST_ROWS),
                    "class",
                    "note");
        }
    }

    private static void writeRow(Html html, Connection connection) {
        html.open("tr")
                .element("th", connection.consumer(), "scope", "row")
                .open("td")
                .link(
                        PageAddress.of(View.CONTRACTS)
                                .with("provider", connection.provider())
                                .with("q", connection.consumer())
                                .toString(),
                        connection.provider())
                .close()
                .element("td", String.valueOf(connection.interactions()), "class", "number")
                .open("td");
        connection.badge().write(html, connection.words());
        html.close().close();
    }
}
