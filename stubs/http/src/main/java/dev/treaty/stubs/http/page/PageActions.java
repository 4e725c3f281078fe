package dev.treaty.stubs.http.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.stubs.http.faults.FaultInjection;
import dev.treaty.stubs.http.faults.InvalidFault;
import dev.treaty.stubs.http.wiremock.WireMockBridge;
import dev.treaty.stubs.matching.InteractionLookup;
import dev.treaty.stubs.matching.request.RequestedState;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import java.util.ArrayList;
import java.util.List;

/** What the forms of the page do. */
public final class PageActions {

    private static final List<String> PARTS_OF_FAULT = List.of("delay", "status", "fault");

    private final InteractionLookup lookup;
    private final FaultInjection faults;
    private final WireMockBridge bridge;
    private final ReplayWorlds worlds;

    /** @param bridge for mappings and the journal */
    public PageActions(InteractionLookup lookup, FaultInjection faults, WireMockBridge bridge, ReplayWorlds worlds) {
        this.lookup = lookup;
        this.faults = faults;
        this.bridge = bridge;
        this.worlds = worlds;
    }

    /**
     * Does what a form asks for.
     *
     * @param action the last segment of the path
     * @return where the browser goes next
     * @throws dev.treaty.pacts.errors.TreatyException if the form cannot be used
     */
    PageAddress perform(String action, PageAddress form) {
        return switch (action) {
            case "mapping" -> addMapping(form);
            case "states" -> chooseState(form);
            case "faults" -> setFault(form);
            case "chaos" -> setChaos(form);
            case "clock" -> advanceClock(form);
            case "resend" -> resendWebhook(form);
            default ->
                throw new InvalidForm("The page has no action \"%s\".".formatted(action), "the path", "use the page");
        };
    }

    private PageAddress addMapping(PageAddress form) {
        var number = form.number("request", -1);
        var seen = bridge.journal()
                .numbered(number)
                .orElseThrow(() -> new InvalidForm(
                        "The request is not in the journal any more.",
                        "the number %d".formatted(number),
                        "send it again, and start from there"));
        var status = form.get("status");
        if (!status.matches("[2-5]\\d\\d")) {
            throw new InvalidForm(
                    "\"%s\" is not a status.".formatted(status), "Status", "write a number from 200 to 599");
        }
        var contentType = form.get("contentType");
        if (contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new InvalidForm("This is not a media type.", "Content-Type", "write e.g. application/json");
        }
        bridge.addWithoutContract(seen.request(), Integer.parseInt(status), contentType, form.get("body"));
        return PageAddress.of(View.REQUESTS)
                .with("request", String.valueOf(number))
                .with("added", "yes");
    }

    private PageAddress chooseState(PageAddress form) {
        var given = new ArrayList<>(lookup.given());
        given.removeIf(state -> state.toString().equals(form.get("remove")));
        if (!form.get("add").isEmpty()) {
            var state = RequestedState.parse(form.get("add"));
            if (!given.contains(state)) {
                given.add(state);
            }
        }
        lookup.give(given);
        return PageAddress.of(View.CONTROL);
    }

    /**
     * The states of a browser after a form was sent.
     *
     * @param chosen those that it has
     */
    List<String> chooseForBrowser(List<String> chosen, PageAddress form) {
        var states = new ArrayList<>(chosen);
        states.remove(form.get("remove"));
        var added = form.get("add");
        if (!added.isEmpty() && !states.contains(added)) {
            lookup.contracts().requireState(RequestedState.parse(added));
            states.add(added);
        }
        return states;
    }

    private PageAddress setFault(PageAddress form) {
        var provider = form.get("provider");
        var providers = lookup.contracts().providers();
        if (!providers.contains(provider)) {
            throw new InvalidForm(
                    "No contract has a provider \"%s\".".formatted(provider),
                    "Provider",
                    "choose one of " + String.join(", ", providers));
        }
        var fault = JsonNodeFactory.instance.objectNode();
        PARTS_OF_FAULT.stream()
                .filter(part -> !form.get(part).isEmpty())
                .forEach(part -> fault.put(part, form.get(part)));
        try {
            faults.set(provider, fault.toString());
        } catch (InvalidFault e) {
            throw new InvalidForm(
                    e.errorMessage().what(),
                    "Delay, Status or Connection",
                    "write e.g. 500ms or 2s, and a status from 200 to 599");
        }
        return PageAddress.of(View.CONTROL);
    }

    private PageAddress setChaos(PageAddress form) {
        faults.setChaos(form.get("on").equals("true"));
        return PageAddress.of(View.CONTROL);
    }

    private PageAddress advanceClock(PageAddress form) {
        worlds.advance(form.get("world"), form.get("advance"));
        return PageAddress.of(View.CONTROL);
    }

    private PageAddress resendWebhook(PageAddress form) {
        worlds.resend(form.get("world"), form.get("webhook"));
        return PageAddress.of(View.CONTROL);
    }
}
