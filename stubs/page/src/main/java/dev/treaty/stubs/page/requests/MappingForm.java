package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.source.SeenRequest;

/** A form that lets the server answer a request from now on until it stops, although no contract has it. */
final class MappingForm {

    private MappingForm() {}

    /** @param actions where forms are sent, e.g. {@code "/__admin/page/"} */
    static void write(Html html, SeenRequest seen, String actions) {
        html.open("section", "aria-labelledby", "session")
                .element("h2", "Answer it in this session only", "id", "session")
                .element(
                        "p",
                        "The server answers requests with this method, path and query until it stops. No contract says so:"
                                + " the mapping is marked “without a contract”.")
                .open("form", "class", "sheet", "method", "post", "action", actions + "mapping");
        Fields.hidden(html, "request", String.valueOf(seen.number()));
        html.open("label")
                .text("Status")
                .open("input", "name", "status", "value", "200", "inputmode", "numeric", "pattern", "[2-5][0-9][0-9]")
                .close();
        Fields.text(html, "Content-Type", "contentType", "application/json");
        html.open("label")
                .text("Body")
                .element("textarea", "{}", "name", "body", "rows", "6", "spellcheck", "false")
                .close()
                .element("button", "Add mapping without a contract")
                .close()
                .close();
    }
}
