package dev.treaty.stubs.page.control;

import dev.treaty.pacts.html.Badge;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.request.RequestedState;
import dev.treaty.stubs.page.html.Fields;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.ReplayWorld;
import java.util.List;

/** What a person may change while the server runs: provider states, faults, the chaos profile; and the worlds of replays. */
public final class ControlView {

    /** The value of the field {@code scope} for a state that one browser prefers. */
    public static final String THIS_BROWSER = "this browser";

    private static final String SCOPE = "scope";

    /** Known states that are suggested. */
    private static final int MOST_STATES = 500;

    private final PageSource source;
    private final String actions;

    /** @param actions where forms are sent, e.g. {@code "/__admin/page/"} */
    public ControlView(PageSource source, String actions) {
        this.source = source;
        this.actions = actions;
    }

    /**
     * Writes it.
     *
     * @param ofBrowser the states that the reader's browser prefers
     */
    public void write(Html html, List<String> ofBrowser) {
        writeStates(html, ofBrowser);
        writeFaults(html);
        writeChaos(html);
        writeWorlds(html);
    }

    private Html form(Html html, String action) {
        return html.open("form", "class", "filter", "method", "post", "action", actions + action);
    }

    private void writeStates(Html html, List<String> ofBrowser) {
        html.open("section", "aria-labelledby", "states")
                .element("h2", "Provider states", "id", "states")
                .open("p")
                .text(
                        "Where several interactions match, those with these states are preferred. A request chooses for itself with the header ")
                .element("code", RequestedState.HEADER)
                .text(".")
                .close();
        var given = source.lookup().given();
        if (given.isEmpty() && ofBrowser.isEmpty()) {
            html.element("p", "No state is chosen.", "class", "note");
        }
        html.open("ul", "class", "plain");
        given.forEach(state -> writeState(html, state.toString(), ""));
        ofBrowser.forEach(state -> writeState(html, state, THIS_BROWSER));
        html.close();
        form(html, "states");
        html.open("label", "class", "wide")
                .text("State")
                .open("input", "name", "add", "list", "known-states", "required", "")
                .close()
                .open("datalist", "id", "known-states");
        knownStates().forEach(state -> html.element("option", state, "value", state));
        html.close();
        Fields.choice(html, "For", SCOPE, "all requests", List.of(THIS_BROWSER), "");
        html.element("button", "Choose")
                .close()
                .element(
                        "p",
                        "For this browser, a cookie says so to providers at this host, on any port; a page that calls them from"
                                + " another port must send credentials.",
                        "class",
                        "note")
                .close();
    }

    private void writeState(Html html, String state, String scope) {
        html.open("li");
        form(html, "states");
        html.element("code", state).text(scope.isEmpty() ? "" : "for " + scope);
        Fields.hidden(html, "remove", state);
        Fields.hidden(html, SCOPE, scope);
        html.element("button", "Remove", "aria-label", "Remove " + state)
                .close()
                .close();
    }

    private List<String> knownStates() {
        return source.lookup()
                .all()
                .flatMap(interaction -> interaction.origin().states().stream())
                .map(state -> RequestedState.of(state).toString())
                .distinct()
                .sorted()
                .limit(MOST_STATES)
                .toList();
    }

    private void writeFaults(Html html) {
        html.open("section", "aria-labelledby", "faults").element("h2", "Faults", "id", "faults");
        var faults = source.control().faults();
        if (faults.isEmpty()) {
            html.element("p", "No provider has a fault.", "class", "note");
        }
        html.open("ul", "class", "plain");
        faults.forEach((provider, words) -> {
            html.open("li");
            form(html, "faults");
            Badge.BAD.write(html, provider + ": " + words);
            Fields.hidden(html, "provider", provider);
            html.element("button", "End", "aria-label", "End the fault of " + provider)
                    .close()
                    .close();
        });
        html.close();
        form(html, "faults");
        Fields.choice(
                html,
                "Provider",
                "provider",
                "choose",
                source.lookup().contracts().providers(),
                "");
        html.open("label")
                .text("Delay")
                .open("input", "name", "delay", "placeholder", "500ms", "size", "7")
                .close()
                .open("label")
                .text("Status")
                .open("input", "name", "status", "placeholder", "503", "inputmode", "numeric", "size", "5")
                .close();
        Fields.choice(html, "Connection", "fault", "none", List.of("reset", "empty", "garbage", "timeout"), "");
        html.element("button", "Set").close().close();
    }

    private void writeChaos(Html html) {
        var control = source.control();
        html.open("section", "aria-labelledby", "chaos").element("h2", "Chaos", "id", "chaos");
        if (control.chaosRules() == 0) {
            html.open("p", "class", "note")
                    .text("There is no profile: the server was started without ")
                    .element("code", "--chaos FILE")
                    .text(".")
                    .close();
        } else {
            form(html, "chaos");
            (control.isChaosOn() ? Badge.BAD : Badge.UNKNOWN)
                    .write(html, "%d rules, %s".formatted(control.chaosRules(), control.isChaosOn() ? "on" : "off"));
            Fields.hidden(html, "on", String.valueOf(!control.isChaosOn()));
            html.element("button", control.isChaosOn() ? "Switch off" : "Switch on")
                    .close();
        }
        html.close();
    }

    private void writeWorlds(Html html) {
        html.open("section", "aria-labelledby", "worlds").element("h2", "Vendors’ worlds", "id", "worlds");
        var worlds = source.control().worlds();
        if (worlds.isEmpty()) {
            html.element("p", "No account of a vendor with state has been used.", "class", "note");
        }
        worlds.forEach(world -> writeWorld(html, world));
        html.close();
    }

    private void writeWorld(Html html, ReplayWorld world) {
        html.open("section", "class", "candidate")
                .element("h3", "%s, account %s".formatted(world.provider(), world.id()))
                .open("dl", "class", "facts")
                .element("dt", "Clock")
                .open("dd")
                .element("time", world.clock(), "datetime", world.clock())
                .close()
                .element("dt", "Objects")
                .element("dd", world.objects().isEmpty() ? "none" : String.join(", ", world.objects()))
                .element("dt", "Due")
                .element("dd", world.due().isEmpty() ? "nothing" : String.join("; ", world.due()))
                .close();
        form(html, "clock");
        Fields.hidden(html, "world", world.id());
        html.open("label")
                .text("Advance the clock by")
                .open("input", "name", "advance", "value", "PT1H", "size", "8", "required", "")
                .close()
                .element("button", "Advance", "aria-label", "Advance the clock of account " + world.id())
                .close();
        if (!world.webhooks().isEmpty()) {
            writeWebhooks(html, world);
        }
        html.close();
    }

    private void writeWebhooks(Html html, ReplayWorld world) {
        html.open(
                        "div",
                        "class",
                        "scroll",
                        "role",
                        "region",
                        "aria-label",
                        "Webhooks of account " + world.id(),
                        "tabindex",
                        "0")
                .open("table")
                .element("caption", "Webhooks, the latest first")
                .open("thead")
                .open("tr");
        for (var title : List.of("Event", "Outcome", "Attempts", "Again")) {
            html.element("th", title, "scope", "col", "class", title.equals("Attempts") ? "number" : null);
        }
        html.close().close().open("tbody");
        for (var webhook : world.webhooks()) {
            html.open("tr").element("th", webhook.what(), "scope", "row").open("td");
            badge(webhook.status()).write(html, webhook.status());
            html.close()
                    .element("td", String.valueOf(webhook.attempts()), "class", "number")
                    .open("td")
                    .open("form", "method", "post", "action", actions + "resend", "class", "inline");
            Fields.hidden(html, "world", world.id());
            Fields.hidden(html, "webhook", webhook.id());
            html.element("button", "Send again", "aria-label", "Send again: " + webhook.what())
                    .close()
                    .close()
                    .close();
        }
        html.close().close().close();
    }

    private static Badge badge(String status) {
        return switch (status) {
            case "delivered" -> Badge.GOOD;
            case "failed" -> Badge.BAD;
            default -> Badge.UNKNOWN;
        };
    }
}
