package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.html.Badge;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.diagnosis.Candidate;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import java.util.List;

/** An interaction that a request nearly matched, side by side with it. */
final class CandidateTable {

    private CandidateTable() {}

    static void write(Html html, Candidate candidate) {
        html.open("section", "class", "candidate")
                .open("h3")
                .link(
                        PageAddress.of(View.CONTRACTS)
                                .with("interaction", candidate.id().toString())
                                .toString(),
                        candidate.description())
                .close()
                .element(
                        "p",
                        "%s, in %s%s"
                                .formatted(
                                        candidate.consumer(),
                                        candidate.file(),
                                        candidate.states().isEmpty()
                                                ? ""
                                                : ", given " + String.join(" and ", candidate.states())),
                        "class",
                        "note");
        if (!candidate.differences().isEmpty()) {
            html.open("ul");
            candidate.differences().forEach(difference -> html.element("li", difference));
            html.close();
        }
        if (!candidate.sideBySide().isEmpty()) {
            writeSideBySide(html, candidate);
        }
        html.close();
    }

    private static void writeSideBySide(Html html, Candidate candidate) {
        html.open(
                        "div",
                        "class",
                        "scroll",
                        "role",
                        "region",
                        "aria-label",
                        "Differences from " + candidate.description(),
                        "tabindex",
                        "0")
                .open("table")
                .element("caption", "Expected beside received", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var title : List.of("Part", "Expected", "Received", "")) {
            if (title.isEmpty()) {
                html.open("th", "scope", "col")
                        .element("span", "Same?", "class", "hidden")
                        .close();
            } else {
                html.element("th", title, "scope", "col");
            }
        }
        html.close().close().open("tbody");
        for (var part : candidate.sideBySide()) {
            html.open("tr", "class", part.differs() ? "differs" : null)
                    .element("th", part.part(), "scope", "row")
                    .open("td")
                    .element("code", part.expected())
                    .close()
                    .open("td")
                    .element("code", part.received())
                    .close()
                    .open("td");
            if (part.differs()) {
                Badge.BAD.write(html, "differs");
            }
            html.close().close();
        }
        html.close().close().close();
    }
}
