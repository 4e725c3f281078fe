package dev.treaty.stubs.mcp.contracts;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.mcp.tool.Arguments;
import dev.treaty.stubs.mcp.tool.AssistantTool;
import dev.treaty.stubs.mcp.tool.Page;
import dev.treaty.stubs.mcp.tool.Parameter;
import dev.treaty.stubs.mcp.tool.ToolDescription;
import dev.treaty.stubs.mcp.tool.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which consumers need a provider, or a path or a field of it. */
public final class WhoDepends implements AssistantTool {

    private final WatchedContracts contracts;

    /** @param contracts that it searches */
    public WhoDepends(WatchedContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public ToolDescription description() {
        return ToolDescription.reading(
                "who_depends",
                "Who depends on a provider",
                "Says which consumers depend on a provider, on a path of it, or on a field, and in which interactions. Ask before you change"
                        + " or remove something. A field counts wherever a contract mentions it: in a body, a query, a form or a header.",
                Parameter.required("provider", ValueKind.TEXT, "Whom they depend on, e.g. stripe."),
                Parameter.optional(
                        "path",
                        ValueKind.TEXT,
                        "Only requests to this path or to one that continues it, e.g. /v1/customers."),
                Parameter.optional(
                        "field",
                        ValueKind.TEXT,
                        "Only interactions with this field: its name, or the end of its path, e.g. amount, charges.data.id."),
                Parameter.PAGE);
    }

    @Override
    public String call(Arguments arguments) {
        var entries = new ArrayList<String>();
        var consumers = new TreeSet<String>();
        Participants.select(contracts, arguments)
                .filter(interaction -> arguments
                        .optional("path")
                        .filter(path -> !isFor(path, interaction))
                        .isEmpty())
                .forEach(interaction -> {
                    var places = arguments
                            .optional("field")
                            .map(field -> FieldPaths.in(interaction, field))
                            .orElse(List.of());
                    if (arguments.optional("field").isEmpty() || !places.isEmpty()) {
                        consumers.add(interaction.origin().consumer());
                        entries.add(InteractionLine.of(interaction) + shown(places));
                    }
                });
        return contracts.warning()
                + (consumers.isEmpty()
                        ? "No consumer depends on that, as far as these contracts say.\n"
                        : "%s: %s\n\n%s"
                                .formatted(
                                        Quantity.of(consumers.size(), "consumer"),
                                        String.join(", ", consumers),
                                        Page.of(entries, arguments.page(), "interaction")));
    }

    private static String shown(List<String> places) {
        return places.isEmpty() ? "" : "    mentioned in " + String.join(", ", places) + "\n";
    }

    private static boolean isFor(String path, ReplayedInteraction interaction) {
        if (!(interaction instanceof HttpInteraction http)) {
            return false;
        }
        var expected = http.expected().getPath();
        var start = path.endsWith("/") ? path : path + "/";
        return expected.equals(path) || expected.startsWith(start) || isAccepted(path, http);
    }

    /** Whether a matching rule accepts the path. */
    private static boolean isAccepted(String path, HttpInteraction http) {
        IRequest expected = http.expected();
        var hasRule = !expected.getMatchingRules()
                .rulesForCategory("path")
                .getMatchingRules()
                .isEmpty();
        return hasRule
                && Comparison.of(http, new au.com.dius.pact.core.model.Request(expected.getMethod(), path))
                        .matchesMethodAndPath();
    }
}
