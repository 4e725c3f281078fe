package dev.treaty.stubs.page.contracts;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.RequestedState;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.Verifications;
import java.util.List;
import java.util.stream.Collectors;

/** Interactions as rows of a table. */
final class InteractionRows {

    private InteractionRows() {}

    static void write(Html html, String label, List<ReplayedInteraction> interactions, Verifications verifications) {
        html.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0")
                .open("table", "class", "interactions")
                .element("caption", label, "class", "hidden")
                .open("thead")
                .open("tr");
        for (var title : List.of("Interaction", "Request", "Consumer", "Verified", "Used")) {
            html.element("th", title, "scope", "col", "class", title.equals("Used") ? "number" : null);
        }
        html.close().close().open("tbody");
        interactions.forEach(interaction -> write(html, interaction, verifications));
        html.close().close().close();
    }

    private static void write(Html html, ReplayedInteraction interaction, Verifications verifications) {
        var origin = interaction.origin();
        var verification = verifications.of(origin);
        html.open("tr")
                .open("th", "scope", "row")
                .link(address(origin), origin.description())
                .element("small", origin.states().isEmpty() ? "" : "given " + states(origin))
                .close()
                .open("td")
                .element("code", request(interaction))
                .close()
                .element("td", origin.consumer())
                .open("td");
        verification.badge().write(html, verification.words());
        html.close()
                .element("td", String.valueOf(interaction.uses()), "class", "number")
                .close();
    }

    static String address(InteractionOrigin origin) {
        return PageAddress.of(View.CONTRACTS)
                .with("interaction", origin.id().toString())
                .toString();
    }

    static String states(InteractionOrigin origin) {
        return origin.states().stream()
                .map(state -> RequestedState.of(state).toString())
                .collect(Collectors.joining("; "));
    }

    static String request(ReplayedInteraction interaction) {
        return interaction instanceof HttpInteraction http
                ? http.expected().getMethod() + " " + http.expected().getPath()
                : "a message";
    }
}
