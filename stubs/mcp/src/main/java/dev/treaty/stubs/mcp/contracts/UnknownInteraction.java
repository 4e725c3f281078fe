package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.mcp.tool.BoundedText;
import java.util.Collection;
import java.util.stream.Collectors;

/** No interaction has this id or description. */
public final class UnknownInteraction extends TreatyException {

    UnknownInteraction(String name, Collection<ReplayedInteraction> among) {
        super(
                "No interaction has the id or description \"%s\".".formatted(BoundedText.of(name, 200)),
                "the argument \"interaction\"",
                fix(name, among));
    }

    private static String fix(String name, Collection<ReplayedInteraction> among) {
        var known = among.stream()
                .map(interaction -> interaction.origin().description())
                .collect(Collectors.toSet());
        return known.isEmpty()
                ? "ask list_interactions which there are"
                : "did you mean \"%s\"? list_interactions has all"
                        .formatted(Similarity.nearest(name, known).get(0));
    }
}
