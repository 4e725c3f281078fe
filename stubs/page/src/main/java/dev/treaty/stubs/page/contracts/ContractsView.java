package dev.treaty.stubs.page.contracts;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.Verifications;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contracts by provider: each interaction with its states, its last verification, and how often it was used. */
public final class ContractsView {

    /** Interactions on a page. */
    private static final int PAGE = 300;

    private final PageSource source;

    /** @param source of the contracts */
    public ContractsView(PageSource source) {
        this.source = source;
    }

    /** Writes the list. */
    public void write(Html html, PageAddress address) {
        var filter = InteractionFilter.of(address);
        var all = source.lookup().all().toList();
        var shown = all.stream().filter(filter::accepts).toList();
        var verifications = source.verifications();
        writeFilter(html, address);
        writeSummary(html, all, shown.size(), verifications);
        if (shown.size() > PAGE && filter.provider().isEmpty()) {
            writeProviders(html, address, shown);
        } else {
            writePage(html, address, shown, verifications);
        }
    }

    private void writeFilter(Html html, PageAddress address) {
        html.open("form", "class", "filter", "role", "search", "action", "/");
        Fields.hidden(html, "view", View.CONTRACTS.slug());
        Fields.search(html, "Interaction, state, path or consumer", address.get("q"));
        Fields.choice(
                html, "Provider", "provider", "all", source.lookup().contracts().providers(), address.get("provider"));
        html.open("label", "class", "check")
                .open(
                        "input",
                        "type",
                        "checkbox",
                        "name",
                        "used",
                        "value",
                        "never",
                        "checked",
                        address.get("used").equals("never") ? "" : null)
                .text(" Never used")
                .close()
                .element("button", "Show")
                .close();
    }

    private static void writeSummary(Html html, List<ReplayedInteraction> all, int shown, Verifications verifications) {
        var used = all.stream().filter(interaction -> interaction.uses() > 0).count();
        html.element(
                "p",
                "%s, %d of them used since they were loaded; %d shown."
                        .formatted(Quantity.of(all.size(), "interaction"), used, shown),
                "class",
                "note");
        if (verifications.areNone()) {
            html.open("p", "class", "note")
                    .text("Nothing is known of verifications: no ")
                    .element("code", "providers/*/target/verifications/*.json")
                    .text(" in the folder in which the server was started. “mvn verify” writes them.")
                    .close();
        }
    }

    /** Too many for one page: how many each provider has. */
    private static void writeProviders(Html html, PageAddress address, List<ReplayedInteraction> shown) {
        var byProvider = shown.stream()
                .collect(Collectors.groupingBy(
                        interaction -> interaction.origin().provider(), TreeMap::new, Collectors.counting()));
        html.open("ul", "class", "providers");
        byProvider.forEach((provider, number) -> html.open("li")
                .link(address.with("provider", provider).toString(), provider)
                .text(", " + Quantity.of(number, "interaction"))
                .close());
        html.close();
    }

    private static void writePage(
            Html html, PageAddress address, List<ReplayedInteraction> shown, Verifications verifications) {
        var first = Math.min(address.number("from", 0), shown.size());
        var page = shown.stream().skip(first).limit(PAGE).toList();
        var byProvider = page.stream()
                .collect(Collectors.groupingBy(
                        interaction -> interaction.origin().provider(), TreeMap::new, Collectors.toList()));
        byProvider.forEach((provider, its) -> {
            html.open("section", "class", "provider").element("h2", provider);
            InteractionRows.write(html, "Interactions of " + provider, its, verifications);
            html.close();
        });
        if (shown.isEmpty()) {
            html.element("p", "No interaction is like that.", "class", "empty");
        }
        html.open("p", "class", "pages");
        if (first > 0) {
            html.link(address.with("from", before(first)).toString(), "Previous interactions")
                    .text(" ");
        }
        if (first + PAGE < shown.size()) {
            html.link(address.with("from", String.valueOf(first + PAGE)).toString(), "Next interactions");
        }
        html.close();
    }

    private static String before(long first) {
        return first <= PAGE ? "" : String.valueOf(first - PAGE);
    }
}
