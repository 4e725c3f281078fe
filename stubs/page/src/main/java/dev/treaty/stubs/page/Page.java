package dev.treaty.stubs.page;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.changes.ChangesView;
import dev.treaty.stubs.page.contracts.ContractsView;
import dev.treaty.stubs.page.contracts.InteractionView;
import dev.treaty.stubs.page.control.ControlView;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.network.NetworkView;
import dev.treaty.stubs.page.requests.RequestView;
import dev.treaty.stubs.page.requests.RequestsView;
import dev.treaty.stubs.page.source.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The page of the stub server: a whole HTML document for each address. It can be read without scripts, which only keep it up to date. */
public final class Page {

    /** What browsers are told to load nothing but what this server has; nothing in the page needs more. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final PageSource source;
    private final PageDocument layout;
    private final String folder;

    /**
     * @param folder the path of assets, events and actions, with a slash at the end
     */
    public Page(PageSource source, PageAssets assets, String folder) {
        this.source = source;
        layout = new PageDocument(assets, folder);
        this.folder = folder;
    }

    /**
     * A view, as a document.
     *
     * @param ofBrowser the provider states that the reader's browser prefers
     */
    public String view(PageAddress address, List<String> ofBrowser) {
        return switch (address.view()) {
            case REQUESTS -> requests(address);
            case CONTRACTS -> contracts(address);
            case NETWORK -> document(View.NETWORK, "Network", html -> new NetworkView(source).write(html, address));
            case CONTROL ->
                document(
                        View.CONTROL,
                        "States and trouble",
                        html -> new ControlView(source, folder).write(html, ofBrowser));
            case CHANGES -> document(View.CHANGES, "Changes", html -> new ChangesView(source).write(html));
        };
    }

    private String requests(PageAddress address) {
        if (address.get("request").isEmpty()) {
            return document(
                    View.REQUESTS,
                    "Requests",
                    html -> new RequestsView(source).write(html, address, folder + "events"));
        }
        var seen = source.journal().numbered(address.number("request", -1));
        return seen.map(request -> document(
                        View.REQUESTS,
                        RequestView.title(request),
                        html -> new RequestView(source).write(html, request, address, folder)))
                .orElseGet(() -> gone(View.REQUESTS, "This request", "The journal keeps only the latest requests."));
    }

    private String contracts(PageAddress address) {
        var id = address.get("interaction");
        if (id.isEmpty()) {
            return document(View.CONTRACTS, "Contracts", html -> new ContractsView(source).write(html, address));
        }
        return uuid(id).flatMap(source.lookup()::withId)
                .map(interaction -> document(
                        View.CONTRACTS,
                        interaction.origin().description(),
                        html -> new InteractionView(source).write(html, interaction)))
                .orElseGet(() -> gone(View.CONTRACTS, "This interaction", "Its contract is not loaded."));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String gone(View view, String what, String why) {
        return document(
                view,
                what + " is not there",
                html -> html.element("p", why)
                        .open("p")
                        .link(PageAddress.of(view).toString(), "All: " + view.title())
                        .close());
    }

    /** Rows of new requests for the list, see {@link RequestsView#rows}. */
    public String rows(PageAddress address, long from, long to) {
        return new RequestsView(source).rows(address, from, to);
    }

    private String document(View current, String title, Consumer<Html> content) {
        var contracts = source.lookup().contracts();
        var footer = "%s of %s at %s"
                .formatted(
                        Quantity.of(contracts.files().size(), "contract"),
                        Quantity.of(contracts.providers().size(), "provider"),
                        source.url());
        return layout.of(current, title, content, footer);
    }
}
