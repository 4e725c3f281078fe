package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.draft.InteractionDraft;
import dev.treaty.stubs.draft.ObservedRequest;
import dev.treaty.stubs.draft.ObservedResponse;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.Outcome;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Collection;

/** The source of a recording test for a request: "make this an interaction". */
final class DraftSection {

    private static final String CONSUMER = "consumer";
    private static final String DESCRIPTION = "description";

    private final Collection<String> consumers;

    /** @param consumers of the loaded contracts, those of the request's provider first */
    DraftSection(Collection<String> consumers) {
        this.consumers = consumers;
    }

    void write(Html html, SeenRequest seen, PageAddress address) {
        var consumer = address.get(CONSUMER).isEmpty()
                ? consumers.stream().findFirst().orElse(CONSUMER)
                : address.get(CONSUMER);
        var drafted = InteractionDraft.of(consumer, seen.request().provider(), observed(seen), response(seen));
        var draft = address.get(DESCRIPTION).isEmpty() ? drafted : drafted.describedAs(address.get(DESCRIPTION));
        html.open("section", "aria-labelledby", "draft")
                .element("h2", "Make this an interaction", "id", "draft")
                .element(
                        "p",
                        "A consumer records what it needs. Paste this test into the consumer's module, say what must exist"
                                + " before, and let it call the consumer's own client.");
        html.open("form", "class", "filter", "action", "/");
        Fields.hidden(html, "view", View.REQUESTS.slug());
        Fields.hidden(html, "request", String.valueOf(seen.number()));
        html.open("label")
                .text("Consumer")
                .open("input", "name", CONSUMER, "value", consumer, "list", "consumers")
                .close()
                .open("datalist", "id", "consumers");
        consumers.forEach(known -> html.element("option", known, "value", known));
        html.close();
        Fields.text(html, "Description", DESCRIPTION, address.get(DESCRIPTION));
        html.element("button", "Draft").close();
        html.open("p")
                .element("code", draft.fileName())
                .text(" ")
                .element("button", "Copy", "type", "button", "hidden", "", "data-copy", "draft-source")
                .close()
                .open("pre", "tabindex", "0", "aria-label", "Source of the test")
                .element("code", draft.toJava(), "id", "draft-source")
                .close()
                .close();
    }

    private static ObservedRequest observed(SeenRequest seen) {
        var request = seen.request();
        return new ObservedRequest(
                request.method(),
                request.target(),
                request.headers(),
                BodyView.isText(request.body()) ? BodyView.of(request.body()) : "");
    }

    /** What the stub server said about a miss is not what the provider would say. */
    private static ObservedResponse response(SeenRequest seen) {
        return seen.outcome() == Outcome.MISS
                ? ObservedResponse.UNKNOWN
                : new ObservedResponse(
                        seen.status(), seen.headers(), BodyView.isText(seen.body()) ? BodyView.of(seen.body()) : "");
    }
}
