package dev.treaty.stubs.page.changes;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.source.PageSource;

/** What the comparison of the contracts on disk with the last commit says. */
public final class ChangesView {

    private final PageSource source;

    /** @param source of the comparison */
    public ChangesView(PageSource source) {
        this.source = source;
    }

    /** Writes it. */
    public void write(Html html) {
        html.element(
                "p",
                "The contracts on disk beside those of git's HEAD: what changed, whom it can break, and why.",
                "class",
                "note");
        html.open("div", "data-refresh", "", "id", "changes");
        source.changes()
                .ifPresentOrElse(
                        changes -> html.open("pre", "tabindex", "0", "aria-label", "Comparison")
                                .element("code", changes)
                                .close(),
                        () -> html.open("div", "class", "empty")
                                .open("p")
                                .text("There is nothing to compare: no folder is served. Start the server with ")
                                .element("code", "--pacts FOLDER")
                                .text(", in a git repository.")
                                .close()
                                .close());
        html.close();
    }
}
